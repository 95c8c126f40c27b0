//! Findings as SARIF 2.1.0, which code scanning services read: one JSON document.

use reader::lint::{LINTS, Lint};
use schema::diagnostic::{Diagnostic, Label, Level};
use serde_json::{Value, json};

use super::human::help_texts;
use super::sanitize::sanitize_json;
use super::truncate::truncate_finding;

/// The document with every finding, and the rules that they come from.
pub fn print_report(found: &[Diagnostic]) -> String {
    let used = |lint: &&&Lint| found.iter().any(|one| one.code == lint.code);
    let lints: Vec<&Lint> = LINTS.iter().filter(used).copied().collect();
    let rules: Vec<Value> = lints.iter().copied().map(rule_object).collect();
    let results: Vec<Value> = found.iter().map(|one| result_object(one, &lints)).collect();
    let driver = json!({
        "name": "cargo xtask lint",
        "version": env!("CARGO_PKG_VERSION"),
        "rules": rules,
    });
    let document = json!({
        "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
        "version": "2.1.0",
        "runs": [{
            "tool": { "driver": driver },
            "columnKind": "unicodeCodePoints",
            "results": results,
        }],
    });
    sanitize_json(&format!("{document:#}\n")).into_owned()
}

fn rule_object(lint: &Lint) -> Value {
    let documentation = lint.documentation("##");
    json!({
        "id": lint.code,
        "shortDescription": { "text": lint.summary },
        "fullDescription": { "text": lint.summary },
        "help": { "text": documentation, "markdown": documentation },
        "defaultConfiguration": { "level": level_name(lint.level) },
    })
}

fn result_object(one: &Diagnostic, lints: &[&Lint]) -> Value {
    let one = &truncate_finding(one);
    let helps = help_texts(one).into_iter().map(|help| format!("\n{help}"));
    let text = format!("{}{}", one.message, helps.collect::<String>());
    let locations: Vec<Value> = one
        .primary
        .iter()
        .map(|label| location_object(label, one))
        .collect();
    let related = one.related.iter().enumerate().map(|(id, label)| {
        let mut place = json!({ "id": id, "physicalLocation": physical_location(label) });
        place["message"] = json!({ "text": label.text });
        place
    });
    let mut result = json!({
        "level": level_name(one.level),
        "message": { "text": text },
        "locations": locations,
        "relatedLocations": related.collect::<Vec<_>>(),
    });
    if let Some(index) = lints.iter().position(|lint| lint.code == one.code) {
        result["ruleId"] = one.code.into();
        result["ruleIndex"] = index.into();
    }
    if let Some(fix) = fix_object(one) {
        result["fixes"] = json!([fix]);
    }
    result
}

/// The replacement for the text that is underlined.
fn fix_object(one: &Diagnostic) -> Option<Value> {
    let (label, patch) = (one.primary.as_ref()?, one.patch.as_ref()?);
    let place = physical_location(label);
    Some(json!({
        "description": { "text": format!("write `{patch}`") },
        "artifactChanges": [{
            "artifactLocation": place["artifactLocation"],
            "replacements": [{
                "deletedRegion": place["region"],
                "insertedContent": { "text": patch },
            }],
        }],
    }))
}

fn location_object(label: &Label, one: &Diagnostic) -> Value {
    let mut place = json!({ "physicalLocation": physical_location(label) });
    if let Some(at) = &one.at {
        place["logicalLocations"] = json!([{ "fullyQualifiedName": at.to_string() }]);
    }
    place
}

fn physical_location(label: &Label) -> Value {
    let (start, end) = (label.position(), label.end());
    json!({
        "artifactLocation": { "uri": path_to_uri(label.source.name()) },
        "region": {
            "startLine": start.line,
            "startColumn": start.column,
            "endLine": end.line,
            "endColumn": end.column,
        },
    })
}

/// A path as a URI, relative where the path is: bytes that have no place in one are escaped.
fn path_to_uri(path: &str) -> String {
    let scheme = if path.starts_with('/') { "file://" } else { "" };
    let plain = |byte: u8| byte.is_ascii_alphanumeric() || b"-._~/".contains(&byte);
    let escape = |byte: u8| {
        if plain(byte) {
            char::from(byte).to_string()
        } else {
            format!("%{byte:02X}")
        }
    };
    let path: String = path.bytes().map(escape).collect();
    format!("{scheme}{path}")
}

fn level_name(level: Level) -> &'static str {
    match level {
        Level::Error => "error",
        Level::Warn => "warning",
        Level::Info => "note",
    }
}
