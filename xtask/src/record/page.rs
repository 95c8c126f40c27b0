//! The manifest's record of its page.

use std::ops::Range;
use std::time::SystemTime;

use schema::manifest::PageRecord;

use super::key_of;

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

/// The lines of a manifest with this record of the page.
pub(super) fn splice(lines: &mut Vec<String>, record: &PageRecord) {
    if !lines.iter().any(|line| key_of(line) == Some("page")) {
        lines.push("page:".to_owned());
    }
    for (key, value) in values(record) {
        set(lines, key, &value);
    }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_date_is_of_the_first_reading() {
        let old = PageRecord {
            date: Some("2020-02-20".to_owned()),
            sha256: Some("ab".repeat(32)),
            ..PageRecord::default()
        };
        let sha = old.sha256.clone().unwrap();
        assert_eq!(renewed(&old, &sha, None), old);
        let new = renewed(&old, "cd", None);
        assert_ne!(new.date, old.date);
        assert_eq!(new.date.unwrap().len(), 10);
    }
}
