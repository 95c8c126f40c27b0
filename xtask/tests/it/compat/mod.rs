//! Code that was written against one version of a page, held against the crate of the next.

mod features;
mod real_pages;
mod small;
mod uses;

use std::ffi::OsString;
use std::path::Path;

/// Runs codegen in a workspace and gives what it says.
fn run_codegen(root: &Path) -> String {
    let args = ["xtask", "codegen"].map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let status = xtask::run(args, root, &mut out, &mut err);
    let text = String::from_utf8([out, err].concat()).unwrap();
    assert_eq!(status, 0, "{text}");
    text
}
