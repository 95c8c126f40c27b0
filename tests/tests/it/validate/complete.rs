//! That every limit on what users send is checked, and no other: the facts of the page, held
//! against the generated code.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};

use schema::schema::{Field, Schema};
use syn::{Expr, ImplItem, Item, ItemImpl, Lit, Stmt};

use crate::support::{path, telegram};

/// A check: the owner's name in lower case, the field, and what is checked of it.
type Check = (String, String, String);

/// The checks that the facts of a field ask for.
fn asked(owner: &str, field: &Field) -> Vec<Check> {
    let facts = &field.facts;
    let counts = |limits: schema::schema::Limits| limits.max.is_some() || limits.min > Some(0);
    let all = [
        (facts.length.is_some_and(counts), "length"),
        (facts.bytes.is_some_and(counts), "bytes"),
        (facts.items.is_some_and(counts), "items"),
        (facts.range.is_some(), "number"),
        (facts.required_if.is_some(), "required"),
    ];
    let asked = all.into_iter().filter(|(is_asked, _)| *is_asked);
    let check =
        |(_, kind): (bool, &str)| (owner.to_lowercase(), field.name.clone(), kind.to_owned());
    asked.map(check).collect()
}

fn expected(schema: &Schema) -> BTreeSet<Check> {
    let sent = schema::walk::sent_types(schema);
    let methods = schema
        .methods
        .iter()
        .map(|method| (&method.name, method.params.as_slice()));
    let types = schema
        .types
        .iter()
        .filter(|def| sent.contains(def.name.as_str()));
    let owners = methods.chain(types.map(|def| (&def.name, def.fields())));
    let checks =
        owners.flat_map(|(owner, fields)| fields.iter().flat_map(|field| asked(owner, field)));
    checks.collect()
}

/// Every generated file that comes from Telegram's schema.
fn sources(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            sources(&path, found);
        } else if fs::read_to_string(&path)
            .unwrap()
            .contains("from schema/apis/telegram/")
        {
            found.push(path);
        }
    }
}

/// The checks in an `impl`: the statements of its one function that are calls of `path`.
fn made(item: &ItemImpl) -> Vec<Check> {
    let syn::Type::Path(owner) = &*item.self_ty else {
        return Vec::new();
    };
    let owner = owner.path.segments[0].ident.to_string().to_lowercase();
    let functions = item.items.iter().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(&function.block.stmts),
        _ => None,
    });
    let calls = functions.flatten().filter_map(call);
    let checks = calls.filter(|(kind, _)| kind != "nested");
    checks
        .map(|(kind, field)| (owner.clone(), field, kind))
        .collect()
}

/// The kind and the field of `path.check_kind("field", …)?;`.
fn call(statement: &Stmt) -> Option<(String, String)> {
    let Stmt::Expr(Expr::Try(expression), _) = statement else {
        return None;
    };
    let Expr::MethodCall(call) = &*expression.expr else {
        return None;
    };
    let kind = match call.method.to_string().strip_prefix("check_")? {
        "characters" | "markup_characters" => "length".to_owned(),
        other => other.to_owned(),
    };
    match call.args.first()? {
        Expr::Lit(literal) => match &literal.lit {
            Lit::Str(text) => Some((kind, text.value())),
            _ => None,
        },
        _ => None,
    }
}

#[test]
fn every_limit_is_checked() {
    let mut files = Vec::new();
    sources(&path("generated/src/apis"), &mut files);
    let mut found = BTreeSet::new();
    for file in files {
        let file = syn::parse_file(&fs::read_to_string(file).unwrap()).unwrap();
        for item in file.items {
            if let Item::Impl(item) = item {
                found.extend(made(&item));
            }
        }
    }
    let expected = expected(&telegram());
    assert_eq!(found, expected);
    assert!(!found.is_empty());
}
