//! The names of the hand-written runtime that the generator knows are those of its sources.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use generator::reserved::{BOT_METHODS, MODULES, SUPPORT, TEXT_METHODS};
use syn::{File, ImplItem, Item, ItemImpl, Type, UseTree, Visibility};

fn source(name: &str) -> File {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/src");
    syn::parse_file(&fs::read_to_string(folder.join(name)).unwrap()).unwrap()
}

fn check(known: &[&str], found: BTreeSet<String>) {
    let known: BTreeSet<String> = known.iter().map(|name| (*name).to_owned()).collect();
    assert_eq!(known, found);
}

#[test]
fn its_modules() {
    let modules = source("lib.rs")
        .items
        .into_iter()
        .filter_map(|item| match item {
            Item::Mod(module) => Some(module.ident.to_string()),
            _ => None,
        });
    check(MODULES, modules.collect());
}

/// The sources, but for what is generated.
fn sources(folder: &Path) -> Vec<File> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.ends_with("apis") {
            files.extend(sources(&path));
        } else if path.is_file() {
            files.push(syn::parse_file(&fs::read_to_string(&path).unwrap()).unwrap());
        }
    }
    files
}

fn is_of(item: &ItemImpl, owner: &str) -> bool {
    let name = match &*item.self_ty {
        Type::Path(path) => path.path.segments.last().map(|last| last.ident.to_string()),
        _ => None,
    };
    item.trait_.is_none() && name.is_some_and(|name| name == owner)
}

#[test]
fn the_methods_of_its_bot_and_its_text() {
    check(BOT_METHODS, methods_of("Bot"));
    check(TEXT_METHODS, methods_of("Text"));
}

fn methods_of(owner: &str) -> BTreeSet<String> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../generated/src");
    let items = sources(&folder).into_iter().flat_map(|file| file.items);
    let impls = items.filter_map(|item| match item {
        Item::Impl(item) if is_of(&item, owner) => Some(item.items),
        _ => None,
    });
    let methods = impls.flatten().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
        _ => None,
    });
    methods.collect()
}

#[test]
fn what_it_offers_to_generated_code() {
    let mut names = BTreeSet::new();
    for item in source("support/mod.rs").items {
        match item {
            Item::Use(item) if !matches!(item.vis, Visibility::Inherited) => {
                collect(&item.tree, &mut names);
            }
            Item::Trait(item) => {
                names.insert(item.ident.to_string());
            }
            _ => {}
        }
    }
    check(SUPPORT, names);
}

fn collect(tree: &UseTree, names: &mut BTreeSet<String>) {
    match tree {
        UseTree::Path(path) => collect(&path.tree, names),
        UseTree::Group(group) => group.items.iter().for_each(|tree| collect(tree, names)),
        UseTree::Name(name) => {
            names.insert(name.ident.to_string());
        }
        _ => panic!("an import that is no plain name"),
    }
}
