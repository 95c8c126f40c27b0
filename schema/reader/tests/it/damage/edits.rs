//! Damage: a page in, copies of it with one thing broken out.

use super::words::Synonym;

/// A copy of a page with one thing broken.
pub(super) struct Variant {
    /// The damage.
    pub(super) damage: String,
    /// The line, from 1, in the page as it was and in the copy.
    pub(super) line: usize,
    /// The damaged text.
    pub(super) text: String,
}

/// Every variant of a page: each line in turn with each damage that fits it.
pub(super) fn variants(page: &str, words: &[Synonym]) -> Vec<Variant> {
    let lines: Vec<&str> = page.lines().collect();
    (0..lines.len())
        .flat_map(|index| line_variants(&lines, index, words))
        .collect()
}

/// The variants with one line damaged.
pub(super) fn line_variants(lines: &[&str], index: usize, words: &[Synonym]) -> Vec<Variant> {
    let line = lines[index];
    let mut damaged = vec![("removed".to_owned(), None)];
    if !line.trim().is_empty() {
        let is_after_text = index > 0 && !lines[index - 1].trim().is_empty();
        if is_after_text {
            damaged.push(("blank line before".to_owned(), Some(format!("\n{line}"))));
        }
        let edits = mark_edits(line)
            .into_iter()
            .chain(lost_parts(line))
            .chain(synonyms(line, words));
        damaged.extend(edits.map(|(damage, text)| (damage, Some(text))));
    }
    damaged
        .into_iter()
        .map(|(damage, text)| Variant {
            damage,
            line: index + 1,
            text: join(&lines[..index], text.as_deref(), &lines[index + 1..]),
        })
        .collect()
}

fn join(before: &[&str], line: Option<&str>, after: &[&str]) -> String {
    let all = before
        .iter()
        .copied()
        .chain(line)
        .chain(after.iter().copied());
    all.map(|line| format!("{line}\n")).collect()
}

/// The edits that put a mark around or before a line.
fn mark_edits(line: &str) -> Vec<(String, String)> {
    let mut edits = vec![
        ("commented out", format!("<!-- {line} -->")),
        ("indented by 1", format!(" {line}")),
        ("indented by 4", format!("    {line}")),
        ("indented by a tab", format!("\t{line}")),
        ("list item", format!("- {line}")),
    ];
    if let Some(rest) = line.strip_prefix('#') {
        edits.push(("one # lost", rest.to_owned()));
        edits.push(("# lost", line.trim_start_matches(['#', ' ']).to_owned()));
    }
    if let Some(sentence) = as_sentence(line) {
        edits.push(("rewritten as a list item", sentence));
    }
    let edits = edits.into_iter();
    edits
        .map(|(damage, text)| (damage.to_owned(), text))
        .collect()
}

/// A row as an item of a list: `- quay (String, Yes): The quay`.
fn as_sentence(line: &str) -> Option<String> {
    let cells: Vec<&str> = line.strip_prefix('|')?.split('|').map(str::trim).collect();
    match cells.as_slice() {
        [name, between @ .., description, _] if !name.starts_with('-') => {
            Some(format!("- {name} ({}): {description}", between.join(", ")))
        }
        _ => None,
    }
}

/// The edits that delete one bar or one tag of a line.
fn lost_parts(line: &str) -> Vec<(String, String)> {
    let bars = line.match_indices('|').map(|(at, _)| at..at + 1);
    let tags = line.match_indices('<').filter_map(|(at, _)| {
        let end = line[at..].find('>')?;
        Some(at..at + end + 1)
    });
    let count = line.matches('|').count();
    let names = |index: usize| match index {
        0 => "first bar lost",
        last if last + 1 == count => "last bar lost",
        _ => "inner bar lost",
    };
    let without =
        |part: &std::ops::Range<usize>| format!("{}{}", &line[..part.start], &line[part.end..]);
    let bars = bars
        .enumerate()
        .map(|(index, part)| (names(index).to_owned(), without(&part)));
    let tags = tags.map(|part| {
        let name = line[part.clone()]
            .split([' ', '>'])
            .next()
            .unwrap_or_default();
        (format!("{name}> lost"), without(&part))
    });
    bars.chain(tags).collect()
}

/// The edits that replace one word by a synonym.
fn synonyms(line: &str, words: &[Synonym]) -> Vec<(String, String)> {
    let places = words.iter().flat_map(|(known, unknown)| {
        let found = line.match_indices(known);
        found.map(move |(at, _)| (at, *known, *unknown))
    });
    places
        .map(|(at, known, unknown)| {
            let text = format!("{}{unknown}{}", &line[..at], &line[at + known.len()..]);
            (format!("{known} → {unknown}"), text)
        })
        .collect()
}
