//! Other platforms: the manifests in `tests/platforms`, as they read pages of other layouts and in
//! another language. The pages are not ours to keep here: see `real_pages`.

use std::fs;
use std::path::{Path, PathBuf};

use reader::dialect::{Dialects, check_reads};
use reader::page::Page;
use reader::{Format, read_in};
use schema::{Manifest, Source, yaml};
use testing::real_pages;

/// A platform: its folder in `tests/platforms`, its page or the folder of its pages, and the number of
/// its calls and of their parameters, as a person counted them in the pages before any was read. Of 100
/// parameters 98 have to be read.
struct Platform {
    name: &'static str,
    pages: &'static str,
    calls: usize,
    params: usize,
}

const PLATFORMS: [Platform; 4] = [
    Platform {
        name: "kook",
        pages: "kook",
        calls: 88,
        params: 229,
    },
    // Two more have two names each, which are reported.
    Platform {
        name: "onebot_11",
        pages: "onebot-11/api",
        calls: 39,
        params: 67,
    },
    // Four more have no type, a cell too many or an address that another call has.
    Platform {
        name: "qq",
        pages: "qq",
        calls: 63,
        params: 105,
    },
    Platform {
        name: "zalo",
        pages: "zalo.md",
        calls: 9,
        params: 12,
    },
];

fn manifest(platform: &str) -> (Manifest, std::sync::Arc<Source>) {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../tests/platforms");
    let text = fs::read_to_string(folder.join(platform).join("api.yaml")).unwrap();
    let source = Source::new("api.yaml", text);
    (yaml::load(source.text()).unwrap(), source)
}

#[test]
fn each_manifest_is_sound() {
    for Platform { name, .. } in PLATFORMS {
        let (manifest, source) = manifest(name);
        assert!(check_reads(&manifest.reads, &source).is_empty(), "{name}");
    }
}

/// The files below a folder, or the one file, in order.
fn files(path: &Path) -> Vec<PathBuf> {
    if path.is_file() {
        return vec![path.to_owned()];
    }
    let mut found: Vec<PathBuf> = fs::read_dir(path)
        .unwrap()
        .map(|one| one.unwrap().path())
        .collect();
    found.sort();
    found.iter().flat_map(|path| files(path)).collect()
}

fn read(platform: &Platform) -> Page {
    let (manifest, _) = manifest(platform.name);
    let files = files(&real_pages::page_path(platform.pages));
    let texts = files.iter().map(|file| fs::read_to_string(file).unwrap());
    let text: Vec<String> = texts.collect();
    let source = Source::new("pages.md", text.join("\n\n"));
    let dialects = Dialects::of(&manifest.reads, None);
    read_in(platform.name, &source, Format::of(&source), &dialects).unwrap()
}

#[test]
#[ignore = "reads real pages: set PAGES_DIR and add `-- --ignored real_pages`"]
fn real_pages_of_platforms_have_every_call() {
    for platform in &PLATFORMS {
        let schema = read(platform).schema;
        let params: usize = schema.methods.iter().map(|one| one.params.len()).sum();
        let counted = (schema.methods.len(), params);
        assert!(
            schema.methods.len() >= platform.calls,
            "{}: {counted:?}",
            platform.name
        );
        assert!(
            params * 100 >= platform.params * 98,
            "{}: {counted:?}",
            platform.name
        );
    }
}
