//! The same damage to real pages, which are not ours to keep here: a sample of it, always the same.
//!
//!     PAGES_DIR=../pages cargo test -p reader --test it -- --ignored --nocapture damage::real_pages

use std::path::{Path, PathBuf};
use std::{env, fs};

use schema::schema::Schema;
use testing::report;

use super::edits::{Variant, line_variants};
use super::oracle::Tally;
use super::page::SoundPage;
use super::words;

/// The text that is read of one page in all, in bytes: fewer variants of a page that is long.
const BYTES: usize = 8_000_000;

/// The most variants of one page.
const MOST_VARIANTS: usize = 60;

#[test]
#[ignore = "reads real pages: set PAGES_DIR and add `-- --ignored real_pages`"]
fn lose_nothing_without_a_word() {
    let mut silent = 0;
    for path in page_paths() {
        let text = fs::read_to_string(&path).unwrap();
        let page = SoundPage::new_with_findings(text);
        if page.schema == Schema::default() {
            continue;
        }
        let tally = Tally::of(&page, &sample(&page.text));
        println!("{}\n{}", path.display(), tally.print());
        if is_read_whole(&page.text) {
            silent += tally.faults.len();
        }
    }
    assert_eq!(silent, 0);
}

/// Checks whether a page is a reference of which every row is read. Of others, such as one of types
/// alone that belongs to a set of pages, this test can't tell what a damage may change.
fn is_read_whole(page: &str) -> bool {
    let page = report::read_page(page);
    page.is_ok_and(|page| !page.schema.methods.is_empty() && page.account.totals().unread_rows == 0)
}

/// Every Markdown and HTML file in the folders that `PAGES_DIR` names, or in one of theirs.
fn page_paths() -> Vec<PathBuf> {
    let folders = env::var_os("PAGES_DIR").unwrap_or_default();
    let mut found = Vec::new();
    env::split_paths(&folders).for_each(|folder| find_pages(&folder, &mut found));
    assert!(!found.is_empty(), "no page in PAGES_DIR");
    found.sort();
    found
}

fn find_pages(path: &Path, found: &mut Vec<PathBuf>) {
    let Ok(entries) = fs::read_dir(path) else {
        let is_page = path
            .extension()
            .is_some_and(|end| end == "md" || end == "html");
        return found.extend(is_page.then(|| path.to_owned()));
    };
    entries.for_each(|entry| find_pages(&entry.unwrap().path(), found));
}

/// Words for types: a page that leaves its types to another one may name any, and not define it.
const TYPES: [&str; 4] = ["Integer", "String", "Boolean", "Float"];

/// Variants of a page: of random lines a random damage each.
fn sample(page: &str) -> Vec<Variant> {
    let lines: Vec<&str> = page.lines().collect();
    let mut words = [words::ENGLISH, words::CHINESE].concat();
    words.retain(|(known, _)| !TYPES.contains(known));
    let count = (BYTES / page.len().max(1)).clamp(12, MOST_VARIANTS);
    let mut random = Random(1);
    let mut line = || loop {
        let index = random.below(lines.len());
        if !lines[index].trim().is_empty() {
            let mut variants = line_variants(&lines, index, &words);
            return variants.swap_remove(random.below(variants.len()));
        }
    };
    (0..count).map(|_| line()).collect()
}

/// A sequence of numbers that looks random and is the same each time.
struct Random(u64);

impl Random {
    fn below(&mut self, bound: usize) -> usize {
        self.0 = self
            .0
            .wrapping_mul(6_364_136_223_846_793_005)
            .wrapping_add(1_442_695_040_888_963_407);
        usize::try_from(self.0 >> 33).unwrap_or_default() % bound.max(1)
    }
}
