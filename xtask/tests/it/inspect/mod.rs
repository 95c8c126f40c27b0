//! `inspect`: the file that it writes, and what a browser makes of it.

mod browser;
mod devtools;
mod markup;
mod output;
mod text;

use crate::workspace::TempWorkspace;

/// The view of a page by itself; the name's ending says which format it has.
fn inspect(name: &str, page: &str) -> String {
    let workspace = TempWorkspace::new();
    workspace.write(name, page);
    let out = workspace.arg("view.html");
    workspace.run(&["inspect", &workspace.arg(name), "--out", &out]);
    workspace.read("view.html")
}

/// Fails the test where a view lacks a text; a view is too long to be printed with it.
#[track_caller]
fn assert_shows(view: &str, text: &str) {
    assert!(view.contains(text), "no `{text}`");
}
