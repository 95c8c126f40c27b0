//! The manifest's record of the page: `api.yaml` in, the same text with its record renewed out.
//!
//! Only the lines of the record change: comments, order and everything else stay as they are.

use std::ops::Range;
use std::time::SystemTime;

use schema::manifest::{Manifest, PageRecord};
use schema::yaml;

/// The record of a page: today's date where it is not the page that was recorded before.
pub fn renewed(old: &PageRecord, sha256: &str, version: Option<&str>) -> PageRecord {
    let same = old.sha256.as_deref() == Some(sha256) && old.date.is_some();
    PageRecord {
        url: old.url.clone(),
        version: version.map(str::to_owned),
        date: if same {
            old.date.clone()
        } else {
            Some(today())
        },
        sha256: Some(sha256.to_owned()),
    }
}

fn today() -> String {
    let now = humantime::format_rfc3339_seconds(SystemTime::now()).to_string();
    now.chars().take_while(|&c| c != 'T').collect()
}

/// The manifest's text with this record of the page; `None` where the text is written in a way
/// that it can't be put into line by line.
pub fn put(text: &str, record: &PageRecord) -> Option<String> {
    let manifest: Manifest = yaml::load(text).ok()?;
    if manifest.page == *record {
        return Some(text.to_owned());
    }
    let renewed = splice(text, record);
    let wanted = Manifest {
        page: record.clone(),
        ..manifest
    };
    let result: Manifest = yaml::load(&renewed).ok()?;
    (result == wanted).then_some(renewed)
}

fn splice(text: &str, record: &PageRecord) -> String {
    let ending = if text.contains("\r\n") { "\r\n" } else { "\n" };
    let mut lines: Vec<String> = text.lines().map(str::to_owned).collect();
    if !lines.iter().any(|line| key_of(line) == Some("page")) {
        lines.push("page:".to_owned());
    }
    for (key, value) in values(record) {
        set(&mut lines, key, &value);
    }
    lines.join(ending) + ending
}

/// Every key of the record but the URL, which is by hand, with its YAML text.
fn values(record: &PageRecord) -> [(&'static str, String); 3] {
    // Quoted, lest `10.1`, or a sum of digits alone, be a number.
    let quoted = |value: &String| format!("{value:?}");
    let null = || "null".to_owned();
    [
        ("version", record.version.as_ref().map_or_else(null, quoted)),
        ("date", record.date.clone().unwrap_or_else(null)),
        ("sha256", record.sha256.as_ref().map_or_else(null, quoted)),
    ]
}

/// Sets a key of the record: in its own line where it has one, else in a line after the others.
fn set(lines: &mut Vec<String>, key: &str, value: &str) {
    let block = block(lines);
    let mut own = lines[block.clone()].iter_mut();
    match own.find(|line| key_of(line.trim_start()) == Some(key)) {
        Some(line) => *line = with_value(line, value),
        None => lines.insert(block.end, format!("  {key}: {value}")),
    }
}

/// The lines of the record, without the `page:` above them.
fn block(lines: &[String]) -> Range<usize> {
    let is_page = |line: &String| key_of(line) == Some("page");
    let start = lines
        .iter()
        .position(is_page)
        .map_or(lines.len(), |at| at + 1);
    let inside = lines[start..]
        .iter()
        .take_while(|line| line.starts_with(' '));
    start..start + inside.count()
}

/// A line `key: old  # comment` with another value and the same comment.
fn with_value(line: &str, value: &str) -> String {
    let Some((key, rest)) = line.split_once(':') else {
        return line.to_owned();
    };
    match rest.find(" #") {
        Some(comment) => {
            let old = rest[..comment].trim_end().len();
            format!("{key}: {value}{}", &rest[old..])
        }
        None => format!("{key}: {value}"),
    }
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
        assert_eq!(put(text, &record()).unwrap(), expected);
        assert_eq!(put(&expected, &record()).unwrap(), expected);
    }

    #[test]
    fn a_record_begins_where_there_is_none() {
        let record = PageRecord {
            url: None,
            ..record()
        };
        let text = "title: Demo\nbase_url: https://demo.example\n";
        let put = put(text, &record).unwrap();
        assert!(put.starts_with(text), "{put}");
        let manifest: Manifest = yaml::load(&put).unwrap();
        assert_eq!(manifest.page, record);
    }

    #[test]
    fn what_it_cannot_write_it_refuses() {
        let text =
            "title: Demo\nbase_url: https://x.example\npage: {url: 'https://docs.example/bot'}\n";
        assert_eq!(put(text, &record()), None);
    }

    #[test]
    fn the_date_is_of_the_first_reading() {
        let old = record();
        let sha = old.sha256.clone().unwrap();
        assert_eq!(renewed(&old, &sha, Some("2.10")), old);
        let new = renewed(&old, "cd", None);
        assert_ne!(new.date, old.date);
        assert_eq!(new.date.unwrap().len(), 10);
    }
}
