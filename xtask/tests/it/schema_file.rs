//! `schema.yaml` against its JSON Schema: `codegen` reads and writes what that allows, and refuses
//! the rest with its file and line.

use std::fs;
use std::path::Path;

use crate::workspace::TempWorkspace;
use schema::yaml;
use serde_json::Value;

const SCHEMA: &str = "schema/apis/birds/schema.yaml";

/// A part of a JSON Schema, with the definitions of the whole.
#[derive(Clone, Copy)]
struct Rule<'a> {
    rule: &'a Value,
    whole: &'a Value,
}

impl<'a> Rule<'a> {
    fn part(self, rule: &'a Value) -> Self {
        Self { rule, ..self }
    }

    /// Tells if the rule allows a value. A keyword that this does not know fails the test.
    fn allows(self, value: &Value) -> bool {
        let Some(keywords) = self.rule.as_object() else {
            return self.rule.as_bool().unwrap();
        };
        keywords
            .iter()
            .all(|(keyword, rule)| match keyword.as_str() {
                "$schema" | "$comment" | "$defs" | "title" | "description" | "default"
                | "examples" => true,
                "$ref" => {
                    let path = rule.as_str().unwrap().strip_prefix('#').unwrap();
                    self.part(self.whole.pointer(path).unwrap()).allows(value)
                }
                "type" => rule_types(rule).any(|name| is_a(value, name)),
                // A number's width, which every JSON number here has.
                "format" => ["int64", "double"].contains(&rule.as_str().unwrap()),
                "pattern" => {
                    // The one pattern there is, a type expression's.
                    assert_eq!(rule, "^[A-Za-z0-9_<>| ]+$");
                    let is_of = |c: char| c.is_ascii_alphanumeric() || "_<>| ".contains(c);
                    value
                        .as_str()
                        .is_none_or(|text| !text.is_empty() && text.chars().all(is_of))
                }
                "const" => rule == value,
                "enum" => rule.as_array().unwrap().contains(value),
                "anyOf" => rule_parts(rule).any(|rule| self.part(rule).allows(value)),
                "oneOf" => {
                    rule_parts(rule)
                        .filter(|rule| self.part(rule).allows(value))
                        .count()
                        == 1
                }
                "items" => value
                    .as_array()
                    .is_none_or(|all| all.iter().all(|one| self.part(rule).allows(one))),
                "required" => value.as_object().is_none_or(|object| {
                    rule_parts(rule).all(|key| object.contains_key(key.as_str().unwrap()))
                }),
                "properties" => value.as_object().is_none_or(|object| {
                    let known = object
                        .iter()
                        .filter_map(|(key, value)| Some((rule.get(key)?, value)));
                    known
                        .into_iter()
                        .all(|(rule, value)| self.part(rule).allows(value))
                }),
                "additionalProperties" => value.as_object().is_none_or(|object| {
                    let known = &self.rule["properties"];
                    let mut more = object.iter().filter(|(key, _)| known.get(key).is_none());
                    more.all(|(_, value)| self.part(rule).allows(value))
                }),
                other => panic!("`{other}` is a keyword that this test does not know"),
            })
    }
}

fn rule_parts(rule: &Value) -> impl Iterator<Item = &Value> {
    rule.as_array().unwrap().iter()
}

fn rule_types(rule: &Value) -> impl Iterator<Item = &str> {
    let one = rule.as_str().into_iter();
    one.chain(
        rule.as_array()
            .into_iter()
            .flatten()
            .filter_map(Value::as_str),
    )
}

fn is_a(value: &Value, name: &str) -> bool {
    match name {
        "null" => value.is_null(),
        "boolean" => value.is_boolean(),
        "integer" => value.is_i64() || value.is_u64(),
        "number" => value.is_number(),
        "string" => value.is_string(),
        "array" => value.is_array(),
        "object" => value.is_object(),
        other => panic!("no type is called `{other}`"),
    }
}

fn is_allowed(json_schema: &str, text: &str) -> bool {
    let whole: Value = serde_json::from_str(json_schema).unwrap();
    let value: Value = yaml::load(text).unwrap();
    let (rule, whole) = (&whole, &whole);
    Rule { rule, whole }.allows(&value)
}

#[test]
fn every_committed_schema_is_allowed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let rules = fs::read_to_string(root.join("schema/schema.schema.json")).unwrap();
    let mut count = 0;
    for folder in fs::read_dir(root.join("schema/apis")).unwrap() {
        let path = folder.unwrap().path().join("schema.yaml");
        let text = fs::read_to_string(&path).unwrap();
        assert!(is_allowed(&rules, &text), "{}", path.display());
        count += 1;
    }
    assert!(count >= 2, "{count}");
}

#[test]
fn every_committed_markup_is_allowed() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let rules = fs::read_to_string(root.join("schema/markup.schema.json")).unwrap();
    let text = fs::read_to_string(root.join("schema/apis/telegram/markup.yaml")).unwrap();
    assert!(is_allowed(&rules, &text));
    for (right, wrong) in [
        ("entity: ", "entities: "),
        ("      bold: <b>…</b>", "      bold: {mark: <b>…</b>}"),
        ("verbatim: true", "verbatim: maybe"),
    ] {
        assert!(!is_allowed(&rules, &text.replace(right, wrong)), "{wrong}");
    }
}

/// Mistakes in a schema.yaml: an edit, and the message about it.
const WRONG: &[(&str, &str, &str)] = &[
    (
        "      max: 80",
        "      max: 80\n      most: 80",
        "unknown field `most`",
    ),
    (
        "    required: true",
        "    required: true\n    lenght: 80",
        "unknown field `lenght`",
    ),
    (
        "version: null",
        "version: null\nverbs: []",
        "unknown field `verbs`",
    ),
    (
        "    required: true",
        "    required: maybe",
        "expected a boolean",
    ),
    ("      max: 80", "      max: many", "expected i64"),
    (
        "- name: sendSong\n  returns",
        "- returns",
        "missing field `name`",
    ),
    (
        "  - name: text\n    type",
        "  - type",
        "missing field `name`",
    ),
    ("types: []", "types: {}", "types"),
];

#[test]
fn what_the_json_schema_refuses_is_refused_with_its_place() {
    let workspace = TempWorkspace::generated();
    workspace.remove("schema/pages/birds.md");
    let good = workspace.read(SCHEMA);
    let rules = workspace.read("schema/schema.schema.json");
    assert!(
        rules.contains("@generated by `cargo xtask codegen`"),
        "{rules}"
    );
    assert!(rules.ends_with("}\n"), "{rules}");
    assert!(is_allowed(&rules, &good), "{good}");
    for (from, to, why) in WRONG {
        workspace.replace_text(SCHEMA, from, to);
        let bad = workspace.read(SCHEMA);
        assert!(!is_allowed(&rules, &bad), "{to} is allowed");
        let run = workspace.run(&["codegen", "--check"]).assert_status(2);
        run.assert_stderr_contains(why)
            .assert_stderr_contains(&format!("--> {SCHEMA}:"));
        workspace.write(SCHEMA, &good);
    }
    workspace.run(&["codegen", "--check"]).assert_status(0);
}
