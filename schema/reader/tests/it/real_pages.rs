//! Real pages, which are not ours to keep here, against what is committed of them. They are in the
//! folders that `PAGES_DIR` names, in the manner of `PATH`:
//!
//!     PAGES_DIR=../pages cargo test -- --ignored real_pages

use std::fs;
use std::path::{Path, PathBuf};

use schema::overrides::Override;
use schema::schema::Schema;
use schema::yaml;
use testing::{real_pages, report};

/// A file of an API.
fn committed(api: &str, file: &str) -> String {
    let apis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../apis");
    fs::read_to_string(apis.join(api).join(file)).unwrap()
}

/// The schema that is committed of a page.
fn schema(api: &str) -> Schema {
    yaml::load(&committed(api, "schema.yaml")).unwrap()
}

fn text(page: PathBuf) -> String {
    fs::read_to_string(page).unwrap()
}

#[test]
#[ignore = "reads real pages: set PAGES_DIR and add `-- --ignored real_pages`"]
fn each_states_the_schema_that_is_committed() {
    for api in ["safew", "telegram"] {
        let stated = Schema {
            api: api.to_owned(),
            ..report::read_schema(&text(real_pages::committed_page(api)))
        };
        assert_eq!(stated, schema(api), "{api}");
    }
}

#[test]
#[ignore = "reads real pages: set PAGES_DIR and add `-- --ignored real_pages`"]
fn the_lints_find_by_themselves_what_is_corrected_by_hand() {
    let found = report::lint_page(&text(real_pages::committed_page("safew")));
    let overrides: Vec<Override> = yaml::load(&committed("safew", "overrides.yaml")).unwrap();
    let corrected: Vec<String> = overrides.iter().map(|one| one.at.to_string()).collect();
    for at in &corrected {
        let about = |one: &&_| named(one) == Some(at.clone());
        assert!(found.iter().find(about).is_some(), "{at}");
    }
}

fn named(one: &schema::diagnostic::Diagnostic) -> Option<String> {
    one.at.as_ref().map(ToString::to_string)
}

/// An excerpt of Telegram's page in Markdown: what it defines has members that the whole has.
#[test]
#[ignore = "reads real pages: set PAGES_DIR and add `-- --ignored real_pages`"]
fn an_excerpt_states_a_part_of_the_whole() {
    let excerpt = report::read_schema(&text(real_pages::page_path("telegram-excerpt.md")));
    let whole = schema("telegram");
    assert!(!excerpt.methods.is_empty() && !excerpt.types.is_empty());
    for method in &excerpt.methods {
        let params = &whole.method(&method.name).unwrap().params;
        let is_known = |name: &str| params.iter().any(|one| one.name == name);
        assert!(method.params.iter().all(|one| is_known(&one.name)));
    }
    for def in &excerpt.types {
        let fields = whole.type_def(&def.name).unwrap().fields();
        let is_known = |name: &str| fields.iter().any(|one| one.name == name);
        assert!(def.fields().iter().all(|one| is_known(&one.name)));
    }
}
