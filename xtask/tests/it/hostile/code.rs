//! No text becomes code.

use proc_macro2::{TokenStream, TokenTree};
use schema::PageLock;
use schema::doc_texts::DocTexts;
use schema::schema::{Facts, Scalar, Schema, Shape};

use super::{NAMES, TEXTS, crate_of, hostile_workspace};

/// The tokens of a file without its doc comments, with every string replaced by an empty one.
fn token_skeleton(tokens: TokenStream) -> Vec<String> {
    let trees: Vec<TokenTree> = tokens.into_iter().collect();
    let mut found = Vec::new();
    let mut at = 0;
    while at < trees.len() {
        let doc = doc_length(&trees[at..]);
        if doc > 0 {
            at += doc;
            continue;
        }
        match &trees[at] {
            TokenTree::Group(group) => {
                found.push(format!("{:?}", group.delimiter()));
                found.extend(token_skeleton(group.stream()));
                found.push("end".to_owned());
            }
            TokenTree::Literal(literal) if literal.to_string().contains('"') => {
                found.push("\"\"".to_owned());
            }
            other => found.push(other.to_string()),
        }
        at += 1;
    }
    found
}

/// The number of trees that `#[doc = …]` or `#![doc = …]` takes, if it comes next.
fn doc_length(trees: &[TokenTree]) -> usize {
    let marks = trees.iter().take(2).take_while(
        |tree| matches!(tree, TokenTree::Punct(mark) if matches!(mark.as_char(), '#' | '!')),
    );
    let marks = marks.count();
    let doc = |group: &proc_macro2::Group| group.stream().to_string().starts_with("doc");
    match trees.get(marks) {
        Some(TokenTree::Group(group)) if marks > 0 && doc(group) => marks + 1,
        _ => 0,
    }
}

fn parse_file(path: &str, text: &str) -> TokenStream {
    let file = syn::parse_file(text);
    assert!(file.is_ok(), "{path} is no Rust: {:?}\n{text}", file.err());
    text.parse().unwrap()
}

/// The same schema with nothing hostile in it.
fn tame_schema(mut schema: Schema) -> Schema {
    let fields = schema
        .methods
        .iter_mut()
        .flat_map(|method| &mut method.params);
    fields.for_each(|field| tame_facts(&mut field.facts));
    for def in &mut schema.types {
        if let Shape::Struct(fields) = &mut def.shape {
            fields
                .iter_mut()
                .for_each(|field| tame_facts(&mut field.facts));
        }
        def.link = def.link.as_ref().map(|_| "#x".to_owned());
    }
    schema.without_prose()
}

/// Texts that are as different from each other as they were, and no words.
fn tame_facts(facts: &mut Facts) {
    let values = facts.values.iter_mut().enumerate();
    let texts = values.map(|(at, value)| (at + 3, value));
    let texts = texts.chain(facts.constant.as_mut().map(|one| (1, one)));
    for (at, value) in texts.chain(facts.default.as_mut().map(|one| (2, one))) {
        if let Scalar::String(text) = value {
            *text = format!("0 {at} {}", text.len());
        }
    }
}

fn resolve_model(schema: Schema) -> schema::model::Model {
    let manifest = "{title: T, base_url: 'https://t.example'}";
    let manifest = schema::yaml::load(manifest).unwrap();
    schema::model::resolve(schema, manifest, &PageLock::default(), &DocTexts::default())
}

#[test]
fn a_crate_has_the_items_that_it_has_without_the_texts() {
    for ((ending, page), prose) in TEXTS
        .into_iter()
        .zip(["omit", "keep"])
        .chain(TEXTS.into_iter().zip(["keep", "omit"]))
    {
        let workspace = hostile_workspace(ending, page, prose);
        workspace.run(&["codegen"]).assert_status(0);
        let schema = workspace.read("schema/apis/birds/schema.yaml");
        let schema: Schema = schema::yaml::load(&schema).unwrap();
        assert_eq!(prose == "keep", schema.methods[0].doc.is_some());
        let expected = generator::generate(&[resolve_model(tame_schema(schema))]).unwrap();
        for (path, expected) in expected.0 {
            let text = workspace.read(&format!("generated/{path}"));
            let (found, expected) = (parse_file(&path, &text), parse_file(&path, &expected));
            assert_eq!(token_skeleton(found), token_skeleton(expected), "{path}");
        }
    }
}

#[test]
fn no_name_is_of_a_text() {
    fn check(path: &str, tokens: TokenStream) {
        for tree in tokens {
            match tree {
                TokenTree::Group(group) => check(path, group.stream()),
                TokenTree::Ident(name) => {
                    let name = name.to_string().to_lowercase();
                    assert!(!name.contains("pwned"), "{path}: {name}");
                }
                _ => {}
            }
        }
    }
    for (ending, page) in TEXTS {
        for (path, text) in crate_of(ending, page, "keep") {
            check(&path, parse_file(&path, &text));
        }
    }
}

#[test]
fn of_a_hostile_name_no_crate_is_made() {
    for (ending, page) in NAMES {
        let workspace = hostile_workspace(ending, page, "keep");
        let before = workspace.snapshot();
        workspace.run(&["codegen"]).assert_status(1);
        assert_eq!(workspace.snapshot(), before);
    }
}
