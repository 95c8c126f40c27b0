//! Names of files: each item has one, on any file system.

const MANIFEST: &str = "{title: Names API, base_url: https://names.example}";
const SCHEMA: &str = "
api: names
version: null
methods:
- {name: getURL, returns: 'True', params: []}
- {name: getUrl, returns: 'True', params: []}
- {name: move, returns: 'True', params: []}
types:
- {name: Type, fields: []}
- {name: Con, fields: []}
- {name: Com1, fields: []}
- {name: _2fa, fields: []}
";

/// Checks the names of the files in a folder.
fn check(folder: &str, expected: &[&str]) {
    let files = generator::generate(&[crate::model(MANIFEST, SCHEMA, "{}")])
        .unwrap()
        .0;
    let prefix = format!("src/apis/names/{folder}/");
    let names = files.keys().filter_map(|path| path.strip_prefix(&prefix));
    let names: Vec<&str> = names.filter(|name| *name != "mod.rs").collect();
    assert_eq!(names, expected);
}

#[test]
fn names_that_differ_by_their_case() {
    check("methods", &["get_url.rs", "get_url_.rs", "move_.rs"]);
}

#[test]
fn keywords_devices_and_the_name_of_the_type() {
    check("types", &["_2fa_.rs", "com1_.rs", "con_.rs", "type_.rs"]);
}
