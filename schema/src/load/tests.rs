//! Folders of APIs in a temporary place: their models, and what is reported of broken ones.

use std::fs;
use std::process;

use super::*;

/// A folder of APIs that goes with its test.
struct Apis(PathBuf);

impl Apis {
    fn new(test: &str) -> Self {
        let name = format!("schema-folder-{}-{test}", process::id());
        Self(std::env::temp_dir().join(name))
    }

    fn with(self, name: &str, extends: &str, schema: &str) -> Self {
        let manifest = format!("{{title: T, base_url: 'https://t.example', {extends}}}");
        let schema = format!("{{api: {name}, version: null, {schema}}}");
        self.put(name, "api.yaml", &manifest);
        self.put(name, "schema.yaml", &schema);
        self
    }

    fn put(&self, name: &str, file: &str, text: &str) {
        fs::create_dir_all(self.0.join(name)).unwrap();
        fs::write(self.0.join(name).join(file), text).unwrap();
    }

    fn fails(&self, name: &str, why: &str) {
        let errors = load_model(&self.0, name).unwrap_err();
        let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
        assert!(errors.join("\n").contains(why), "{errors:?}");
    }
}

impl Drop for Apis {
    fn drop(&mut self) {
        // A test that failed early may have made none.
        let _ = fs::remove_dir_all(&self.0);
    }
}

const LEAF: &str = "methods: [{name: climb, returns: Twig, params: []}], types: []";
const EMPTY: &str = "methods: [], types: []";
const TWIG: &str = "methods: [], types: [{name: Twig, fields: []}]";

#[test]
fn a_type_may_be_the_bases_bases() {
    let apis = Apis::new("bases")
        .with("leaf", "extends: branch", LEAF)
        .with("branch", "extends: trunk", EMPTY)
        .with("trunk", "", TWIG);
    let model = load_model(&apis.0, "leaf").unwrap();
    assert!(model.schema.type_def("Twig").is_some());
    assert_eq!(model.opaque, []);
}

#[test]
fn every_mistake_is_at_its_file_and_line() {
    let apis = Apis::new("wrong")
        .with("leaf", "extends: branch", LEAF)
        .with("branch", "extends: leaf", EMPTY);
    apis.fails("leaf", "leaf/api.yaml:1:1: `leaf` extends itself");
    apis.put("leaf", "api.yaml", "title: T\nbase_url: x\nextends: trunk");
    apis.fails("leaf", "leaf/api.yaml:3:1: `");
    apis.fails("leaf", "extends `trunk`, which has no schema");
    apis.put(
        "leaf",
        "overrides.yaml",
        "\n- {at: fall, set: returns, use: 'True', reason: r}",
    );
    apis.fails("leaf", "overrides.yaml:2:1: the override of `fall` does");
    apis.put("leaf", "schema.yaml", "api: leaf\nshape: round\n");
    apis.fails("leaf", "schema.yaml:2:1: ");
    apis.put("leaf", "schema.yaml", "");
    apis.fails("leaf", "leaf` has no `schema.yaml`");
    apis.put("leaf", "overrides.yaml", "at: all");
    apis.put("leaf", "page.lock", "version: [");
    apis.put("leaf", "words.yaml", "- a");
    for file in ["overrides.yaml", "page.lock", "words.yaml"] {
        apis.fails("leaf", &format!("leaf/{file}:1:"));
    }
    apis.put("leaf", "api.yaml", "");
    apis.fails("leaf", "leaf` has no `api.yaml`");
    apis.put("leaf", "api.yaml", "{title: T, base_url: x, extends: ../a}");
    apis.fails("leaf", "`../a` is no name for an API");
}

#[test]
fn a_page_lock_stands_above_what_an_old_manifest_records() {
    let schema = "types: [], methods: [{name: climb, returns: 'True', params: [
        {name: up, type: String, required: false}, {name: to, type: String, required: false}]}]";
    let apis = Apis::new("lock").with(
        "leaf",
        "was_required: [climb.up], page: {url: null, version: null, date: 2026-11-22, sha256: ab}",
        schema,
    );
    let load = || ApiFolder::load(apis.0.as_path(), Path::new("leaf")).unwrap();
    let was_required = |at: &str| {
        let model = load_model(&apis.0, "leaf").unwrap();
        model.was_required(&at.parse().unwrap())
    };
    assert_eq!(load().lock.sha256.as_deref(), Some("ab"));
    assert!(was_required("climb.up") && !was_required("climb.to"));
    apis.put(
        "leaf",
        "page.lock",
        "{sha256: cd, was_required: [climb.to]}",
    );
    assert_eq!(load().lock.sha256.as_deref(), Some("cd"));
    assert_eq!(load().lock.date, None);
    assert!(was_required("climb.to") && !was_required("climb.up"));
}

#[test]
fn a_call_that_can_not_be_made_is_reported_at_its_line() {
    let apis = Apis::new("call").with("leaf", "extends: branch", EMPTY);
    let check = |call: &str, why: &str| {
        let manifest = format!("title: T\nbase_url: x\ncall:\n{call}");
        apis.put("leaf", "api.yaml", &manifest);
        apis.fails("leaf", why);
    };
    check("  url: '{base}/{method}'", "leaf/api.yaml:4");
    check("  url: '{base}/{method}'", "the token is sent nowhere");
    check(
        "  headers:\n    X Key: '{token}'",
        "leaf/api.yaml:5:1: `X Key`",
    );
    check(
        "  environments:\n    Try it: {url: '{base}/{method}'}",
        "leaf/api.yaml:5",
    );
}
