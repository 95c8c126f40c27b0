//! What codegen records in a manifest: `api.yaml` in, the same text with its records renewed out.
//!
//! Only the lines of the records change: comments, order and everything else stay as they are.

mod history;
mod page;

use schema::manifest::{Manifest, PageRecord};
use schema::path::ItemPath;
use schema::yaml;

pub use page::renewed;

/// The manifest's text with this record of the page, and this list of what was required.
///
/// # Errors
///
/// The key of what is written in a way that it can't be put into line by line.
pub fn put(
    text: &str,
    page: &PageRecord,
    was_required: &[ItemPath],
) -> Result<String, &'static str> {
    let old: Manifest = yaml::load(text).map_err(|_| "page")?;
    let with_page = Manifest {
        page: page.clone(),
        ..old.clone()
    };
    let wanted = Manifest {
        was_required: was_required.to_vec(),
        ..with_page.clone()
    };
    let text = edit(text, &old, &with_page, |lines| page::splice(lines, page)).ok_or("page")?;
    let put = |lines: &mut Vec<String>| history::splice(lines, was_required);
    edit(&text, &with_page, &wanted, put).ok_or("was_required")
}

/// The text with its lines edited, where it does not say what is wanted already; `None` where it
/// does not say so then.
fn edit(
    text: &str,
    old: &Manifest,
    wanted: &Manifest,
    splice: impl Fn(&mut Vec<String>),
) -> Option<String> {
    if old == wanted {
        return Some(text.to_owned());
    }
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    splice(&mut lines);
    let text = lines.join(ending) + ending;
    let result: Manifest = yaml::load(&text).ok()?;
    (result == *wanted).then_some(text)
}

/// The key of a line `key: …` that is not indented.
fn key_of(line: &str) -> Option<&str> {
    let (key, rest) = line.split_once(':')?;
    let whole = rest.is_empty() || rest.starts_with([' ', '\t', '\r']);
    let word = |c: char| c.is_ascii_alphanumeric() || c == '_';
    (whole && !key.is_empty() && key.chars().all(word)).then_some(key)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn record() -> PageRecord {
        PageRecord {
            url: Some("https://docs.example/bot".to_owned()),
            version: Some("2.10".to_owned()),
            date: Some("2020-02-20".to_owned()),
            sha256: Some("ab".repeat(32)),
        }
    }

    #[test]
    fn only_the_record_changes() {
        let text = "\
# By hand.
title: Demo
page:
  # where it is
  url: https://docs.example/bot
  version: null   # stated at the top
  sha256: null
  date: null
base_url: https://demo.example # the server
";
        let sha = "ab".repeat(32);
        let expected = text
            .replace("version: null ", "version: \"2.10\" ")
            .replace("sha256: null", &format!("sha256: \"{sha}\""))
            .replace("date: null", "date: 2020-02-20");
        assert_eq!(put(text, &record(), &[]).unwrap(), expected);
        assert_eq!(put(&expected, &record(), &[]).unwrap(), expected);
    }

    #[test]
    fn a_record_begins_where_there_is_none() {
        let record = PageRecord {
            url: None,
            ..record()
        };
        let text = "title: Demo\nbase_url: https://demo.example\n";
        let put = put(text, &record, &[]).unwrap();
        assert!(put.starts_with(text), "{put}");
        let manifest: Manifest = yaml::load(&put).unwrap();
        assert_eq!(manifest.page, record);
    }

    #[test]
    fn what_it_cannot_write_it_refuses() {
        let text =
            "title: Demo\nbase_url: https://x.example\npage: {url: 'https://docs.example/bot'}\n";
        assert_eq!(put(text, &record(), &[]), Err("page"));
    }

    #[test]
    fn what_was_required_is_a_list_of_its_own() {
        let all = |list: &[&str]| -> Vec<ItemPath> {
            list.iter().map(|at| at.parse().unwrap()).collect()
        };
        let page = PageRecord::default();
        let text = "title: Demo\nbase_url: https://demo.example\n# the end\n";
        let one = put(text, &page, &all(&["sendNote.text"])).unwrap();
        assert!(one.starts_with(text), "{one}");
        assert!(one.ends_with("\nwas_required:\n- sendNote.text\n"), "{one}");
        let two = all(&["sendNote.text", "Ink.colour"]);
        let two = put(&one.replace("text\n", "text # why\n"), &page, &two).unwrap();
        assert!(
            two.ends_with("- sendNote.text # why\n- Ink.colour\n"),
            "{two}"
        );
        assert_eq!(put(&two, &page, &[]).unwrap(), text);
    }

    #[test]
    fn a_list_on_one_line_stays_there() {
        let at: ItemPath = "sendNote.text".parse().unwrap();
        let text = "title: Demo\nwas_required: [] # none\nbase_url: https://demo.example\n";
        let put = put(text, &PageRecord::default(), &[at]).unwrap();
        assert_eq!(put, text.replace("[]", "[sendNote.text]"));
    }
}
