//! A small git repository with a script of `.ci`, and a `cargo` for it.

use std::env;
use std::ffi::OsString;
use std::fs::{self, Permissions};
use std::os::unix::fs::PermissionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::workspace::{Run, TempWorkspace};

/// A `cargo` that knows `xtask`, which is this test's program, and what `semver-checks` is to say.
const CARGO: &str = r#"#!/bin/sh
case $1 in
  xtask) ;;
  semver-checks) [ -f "$0.semver" ] && exec sh "$0.semver" "$@"; exit 101 ;;
  *) exit 101 ;;
esac
shift
folder=$(mktemp -d)
printf '%s\n' "$@" > "$folder/args"
XTASK_RUN=$folder "$PROGRAM" --exact scripts::repository::is_xtask --ignored > "$folder/test" 2>&1 || cat "$folder/test" >&2
cat "$folder/err" >&2
cat "$folder/out"
status=$(cat "$folder/status")
rm -r "$folder"
exit "$status"
"#;

#[test]
#[ignore = "the program that scripts run as `cargo xtask`"]
fn is_xtask() {
    let folder = env::var_os("XTASK_RUN").unwrap();
    let folder = Path::new(&folder);
    let args = fs::read_to_string(folder.join("args")).unwrap();
    let args = ["xtask"]
        .into_iter()
        .chain(args.lines())
        .map(OsString::from);
    let (mut out, mut err) = (Vec::new(), Vec::new());
    let root = env::current_dir().unwrap();
    let status = xtask::run(args, &root, &mut out, &mut err);
    fs::write(folder.join("out"), out).unwrap();
    fs::write(folder.join("err"), err).unwrap();
    fs::write(folder.join("status"), status.to_string()).unwrap();
}

/// Commits what is in a workspace, with a script of `.ci` and a `cargo` beside it.
pub(crate) fn commit_workspace(workspace: &TempWorkspace, script: &str) {
    let text = fs::read_to_string(
        Path::new(env!("CARGO_MANIFEST_DIR"))
            .join("..")
            .join(script),
    );
    workspace.write(script, &text.unwrap());
    workspace.write(".gitignore", "target/\n/schema/pages/\n");
    workspace.write("target/bin/cargo", CARGO);
    let runs = Permissions::from_mode(0o755);
    fs::set_permissions(workspace.path("target/bin/cargo"), runs).unwrap();
    run_git(workspace, &["init", "--quiet"]);
    run_git(workspace, &["add", "--all"]);
    run_git(workspace, &["commit", "--quiet", "--message", "All"]);
}

/// Runs git there as a made-up author, and returns what it prints.
#[track_caller]
pub(crate) fn run_git(workspace: &TempWorkspace, args: &[&str]) -> String {
    let output = Command::new("git")
        .args(["-c", "user.name=A", "-c", "user.email=a@example.com"])
        .args([
            "-c",
            "commit.gpgsign=false",
            "-c",
            "core.hooksPath=/dev/null",
        ])
        .args(args)
        .current_dir(workspace.path(""))
        .output()
        .unwrap();
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success(), "{args:?}: {said}");
    said
}

/// Runs a script with these variables set.
pub(crate) fn run_script(workspace: &TempWorkspace, words: &[&str], set: &[(&str, &str)]) -> Run {
    let path = env::var("PATH").unwrap();
    let output = Command::new("bash")
        .args(words)
        .current_dir(workspace.path(""))
        .env("PATH", format!("{}:{path}", workspace.arg("target/bin")))
        .env("PROGRAM", env::current_exe().unwrap())
        .envs(set.iter().copied())
        .stdin(Stdio::null())
        .output()
        .unwrap();
    Run {
        status: output.status.code().unwrap().try_into().unwrap(),
        out: String::from_utf8(output.stdout).unwrap(),
        err: String::from_utf8(output.stderr).unwrap(),
    }
}
