//! A small workspace in a temporary folder, and commands run in it.

use std::collections::{BTreeMap, BTreeSet};
use std::ffi::OsString;
use std::fs;
use std::path::{Path, PathBuf};
use std::process;
use std::sync::atomic::{AtomicUsize, Ordering};

/// A page of a made-up platform. One cell is wrong: `sendNote.loud`.
pub(crate) const PAGE: &str = "\
# 小鸟机器人

## sendNote（发便条）

使用此方法发送便条。成功时，返回发送的 Note。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| nest | Integer 或 String | 是 | 鸟巢的编号 |
| text | String | 是 | 便条的文字，1-80 个字符 |
| loud | String | 可选 | 传递 True，小鸟就大声念出来 |

## sendSong（唱歌）

使用此方法唱歌。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| nest | Integer 或 String | 是 | 鸟巢的编号 |
| loud | Boolean | 可选 | 传递 True，小鸟就大声念出来 |

## sendDance（跳舞）

使用此方法跳舞。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| nest | Integer 或 String | 是 | 鸟巢的编号 |
| loud | Boolean | 可选 | 传递 True，小鸟就大声念出来 |
";

const MANIFEST: &str = "\
# The birds, by hand.
title: Birds API
base_url: https://birds.example # no slash at the end
page:
  url: https://birds.example/docs
prose: omit
";

const OVERRIDES: &str = "\
# What the page has wrong.
- at: sendNote.loud
  set: type
  docs: String
  use: Boolean
  reason: A flag in the other methods.
";

const WORDS: &str = "\
sendNote: Sends a note.
sendSong: Sings a song.
sendDance: Dances.
'*.nest': The nest.
'*.loud': Whether to be loud.
sendNote.text: What the note says.
Note: A note that was sent.
";

const CARGO: &str = "\
[package]
name = \"generated\"

[features]
# @generated features: begin
# @generated features: end
extra = []
";

/// What a command did.
pub(crate) struct Run {
    /// Its exit status.
    pub(crate) status: u8,
    /// Its output on stdout.
    pub(crate) out: String,
    /// Its output on stderr.
    pub(crate) err: String,
}

impl Run {
    /// Fails the test where the status is another.
    #[track_caller]
    pub(crate) fn assert_status(self, status: u8) -> Self {
        let Self { out, err, .. } = &self;
        assert_eq!(self.status, status, "\n{out}\n{err}");
        self
    }

    /// Fails the test where stdout lacks a text.
    #[track_caller]
    pub(crate) fn assert_stdout_contains(self, text: &str) -> Self {
        assert!(self.out.contains(text), "no `{text}` in\n{}", self.out);
        self
    }

    /// Fails the test where stderr lacks a text.
    #[track_caller]
    pub(crate) fn assert_stderr_contains(self, text: &str) -> Self {
        assert!(self.err.contains(text), "no `{text}` in\n{}", self.err);
        self
    }
}

/// Where a workspace lies in a folder of its own: what leads out of it is seen, and removed.
const DEEP: &str = "above/above/above/workspace";

/// A workspace that is gone when it is dropped.
pub(crate) struct TempWorkspace {
    root: PathBuf,
}

impl TempWorkspace {
    /// A workspace with one API whose page is at hand; nothing is generated yet.
    pub(crate) fn new() -> Self {
        static COUNT: AtomicUsize = AtomicUsize::new(0);
        let name = format!(
            "birds-{}-{}",
            process::id(),
            COUNT.fetch_add(1, Ordering::Relaxed)
        );
        let workspace = Self {
            root: std::env::temp_dir().join(name).join(DEEP),
        };
        workspace.write("schema/apis/birds/api.yaml", MANIFEST);
        workspace.write("schema/apis/birds/overrides.yaml", OVERRIDES);
        workspace.write("schema/apis/birds/words.yaml", WORDS);
        workspace.write("schema/pages/birds.md", PAGE);
        workspace.write("generated/Cargo.toml", CARGO);
        workspace
    }

    /// The same after `codegen`.
    pub(crate) fn generated() -> Self {
        let workspace = Self::new();
        workspace.run(&["codegen"]).assert_status(0);
        workspace
    }

    /// The absolute path of a file.
    pub(crate) fn path(&self, path: &str) -> PathBuf {
        self.root.join(path)
    }

    /// The same as an argument.
    pub(crate) fn arg(&self, path: &str) -> String {
        self.path(path).to_str().unwrap().to_owned()
    }

    pub(crate) fn read(&self, path: &str) -> String {
        fs::read_to_string(self.path(path)).unwrap()
    }

    pub(crate) fn write(&self, path: &str, text: &str) {
        let path = self.path(path);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
    }

    /// Replaces a text that must be there.
    pub(crate) fn replace_text(&self, path: &str, from: &str, to: &str) {
        let text = self.read(path);
        assert!(text.contains(from), "no `{from}` in {path}:\n{text}");
        self.write(path, &text.replace(from, to));
    }

    pub(crate) fn remove(&self, path: &str) {
        fs::remove_file(self.path(path)).unwrap();
    }

    /// Runs `cargo xtask` with these arguments.
    pub(crate) fn run(&self, args: &[&str]) -> Run {
        let args = ["xtask"].iter().chain(args).map(OsString::from);
        let (mut out, mut err) = (Vec::new(), Vec::new());
        let status = xtask::run(args, &self.root, &mut out, &mut err);
        Run {
            status,
            out: String::from_utf8(out).unwrap(),
            err: String::from_utf8(err).unwrap(),
        }
    }

    /// After an edit `--check` says which files drift and writes nothing; codegen fixes it.
    #[track_caller]
    pub(crate) fn assert_drift_is_fixed(&self, named: &[&str]) {
        let before = self.snapshot();
        let mut run = self.run(&["codegen", "--check"]).assert_status(1);
        for name in named {
            run = run.assert_stdout_contains(name);
        }
        run.assert_stdout_contains("out of date; run `cargo xtask codegen`");
        assert_eq!(self.snapshot(), before, "--check wrote");
        self.run(&["codegen"]).assert_status(0);
        let run = self.run(&["codegen", "--check"]).assert_status(0);
        run.assert_stdout_contains("everything is up to date");
    }

    /// Every file with its bytes, but for what is Cargo's.
    pub(crate) fn snapshot(&self) -> BTreeMap<String, Vec<u8>> {
        let mut files = BTreeMap::new();
        collect_files(&self.root, &self.root, &mut files);
        files.retain(|path, _| !path.starts_with("target/"));
        files
    }

    /// The files beside and above the workspace, as far as a name could lead that tries to.
    pub(crate) fn files_around(&self) -> BTreeSet<String> {
        let (mut files, top) = (BTreeMap::new(), self.own_folder());
        collect_files(top, top, &mut files);
        let own = self.root.strip_prefix(top).unwrap();
        let outside = |path: &String| !Path::new(path).starts_with(own);
        files.into_keys().filter(outside).collect()
    }

    /// The folder that is all this workspace's.
    fn own_folder(&self) -> &Path {
        self.root.ancestors().nth(DEEP.split('/').count()).unwrap()
    }

    /// Some generated file.
    pub(crate) fn generated_file(&self) -> String {
        let files = self.snapshot().into_keys();
        let mut own = files.filter(|path| path.starts_with("generated/src/apis/birds"));
        own.next().unwrap()
    }
}

impl Drop for TempWorkspace {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(self.own_folder());
    }
}

fn collect_files(root: &Path, folder: &Path, files: &mut BTreeMap<String, Vec<u8>>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect_files(root, &path, files);
        } else {
            let name = path.strip_prefix(root).unwrap().to_str().unwrap();
            files.insert(name.replace('\\', "/"), fs::read(&path).unwrap());
        }
    }
}
