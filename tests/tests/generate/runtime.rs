//! What the generator knows of the hand-written runtime is what its sources say.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use generator::runtime::{BOT_METHODS, MODULES, SUPPORT};
use syn::{File, ImplItem, Item, UseTree, Visibility};

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

#[test]
fn the_methods_of_its_bot() {
    let impls = source("bot.rs")
        .items
        .into_iter()
        .filter_map(|item| match item {
            Item::Impl(item) if item.trait_.is_none() => Some(item.items),
            _ => None,
        });
    let methods = impls.flatten().filter_map(|item| match item {
        ImplItem::Fn(function) => Some(function.sig.ident.to_string()),
        _ => None,
    });
    check(BOT_METHODS, methods.collect());
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
