//! The judgement of a variant: nothing of a page is lost without a word.

use std::fmt::Write;

use reader::lint::{self, Context};
use schema::diagnostic::{Diagnostic, Level};
use schema::schema::Schema;
use schema::yaml;
use testing::report;

use super::edits::Variant;
use super::page::{self, SoundPage, compared, without_place};

/// The judgements of all variants of a page.
#[derive(Default)]
pub(super) struct Tally {
    pub(super) variants: usize,
    /// The number of variants with no finding, with one, with two, and so on.
    findings: Vec<usize>,
    pub(super) faults: Vec<Fault>,
    /// The variants with more than two findings: the damage, its line, and the findings.
    loud: Vec<String>,
}

/// A variant that loses something without a word.
pub(super) struct Fault {
    /// The damage, and the role of the line that it is done to.
    damage: String,
    role: String,
    /// The number of the damaged line, and the line as it was.
    line: usize,
    text: String,
    /// The first difference between the schemas.
    lost: String,
    /// The findings, all of them elsewhere.
    found: Vec<String>,
}

impl Tally {
    /// Judges each variant of a page.
    pub(super) fn of(page: &SoundPage, variants: &[Variant]) -> Self {
        let lines: Vec<&str> = page.text.lines().collect();
        let mut tally = Self::default();
        for variant in variants {
            let (read, mut found) = read_and_lint(&variant.text);
            remove_known(&mut found, &page.found);
            tally.count(found.len());
            if found.len() > 2 {
                tally
                    .loud
                    .push(describe(variant, lines[variant.line - 1], &found));
            }
            if let Some(lost) = find_loss(page, variant, &read, &found) {
                tally.faults.push(Fault {
                    damage: variant.damage.clone(),
                    role: format!("{:?}", page::role(&lines, variant.line - 1)),
                    line: variant.line,
                    text: lines[variant.line - 1].to_owned(),
                    lost,
                    found: found.iter().map(report::print_line).collect(),
                });
            }
        }
        tally
    }

    fn count(&mut self, findings: usize) {
        self.variants += 1;
        let len = self.findings.len().max(findings + 1);
        self.findings.resize(len, 0);
        self.findings[findings] += 1;
    }

    /// The most findings that one damage causes.
    pub(super) fn most_findings(&self) -> usize {
        self.findings.len().saturating_sub(1)
    }

    /// The number of variants with more than one finding.
    pub(super) fn with_several(&self) -> usize {
        self.findings.iter().skip(2).sum()
    }

    /// A table of the faults, and the figures.
    pub(super) fn print(&self) -> String {
        let mut text = String::new();
        for fault in &self.faults {
            let Fault {
                damage,
                role,
                line,
                text: was,
                lost,
                found,
            } = fault;
            let _ = writeln!(
                text,
                "{damage:<26} {role:<18} {line:>4}: {was}\n    {lost}  {found:?}"
            );
        }
        text.extend(self.loud.iter().map(|loud| format!("{loud}\n")));
        let (variants, silent) = (self.variants, self.faults.len());
        let _ = writeln!(
            text,
            "{variants} variants, {silent} silent; variants with 0, 1, 2 … findings: {:?}",
            self.findings
        );
        text
    }
}

/// A variant on a line, with its findings.
fn describe(variant: &Variant, line: &str, found: &[Diagnostic]) -> String {
    let found: Vec<String> = found.iter().map(report::print_line).collect();
    format!("{} {}: {line}\n    {found:?}", variant.damage, variant.line)
}

/// What is compared of the schema of a page, and the findings that are no mere notes.
fn read_and_lint(text: &str) -> (Schema, Vec<Diagnostic>) {
    let (schema, mut found) = match report::read_page(text) {
        Ok(page) => {
            let found = lint::run(&Context::of_page(&page, &page.schema));
            (compared(page.schema), found)
        }
        Err(found) => (Schema::default(), found),
    };
    found.retain(|one| one.level != Level::Info);
    (schema, found)
}

/// Removes the findings that the page had before it was damaged.
fn remove_known(found: &mut Vec<Diagnostic>, known: &[String]) {
    let mut known = known.to_vec();
    found.retain(|one| {
        let line = report::print_line(one);
        let place = known.iter().position(|known| known == without_place(&line));
        place.map(|index| known.swap_remove(index)).is_none()
    });
}

/// The first difference that a variant makes to the schema, where nothing at its place reports it.
fn find_loss(
    page: &SoundPage,
    variant: &Variant,
    read: &Schema,
    found: &[Diagnostic],
) -> Option<String> {
    let expected = match variant.damage.as_str() {
        "removed" => page.schema_without(variant.line - 1),
        _ => page.schema.clone(),
    };
    if *read == expected || found.iter().any(|one| is_at_place(one, page, variant)) {
        return None;
    }
    let print = |schema| yaml::print(schema).unwrap_or_default();
    Some(first_difference(&print(&expected), &print(read)))
}

/// Checks whether a finding is about the damaged line or its section: from the heading of the method
/// or type above it to that of the next one. That nothing is left of the page is said of the page.
fn is_at_place(one: &Diagnostic, page: &SoundPage, variant: &Variant) -> bool {
    if one.code == "empty-page" {
        return true;
    }
    let Some(label) = &one.primary else {
        return false;
    };
    let lines: Vec<&str> = variant.text.lines().collect();
    let at = variant.line - 1;
    let is_item = |line: &&str| page.defines(line);
    let first = lines[..at].iter().rposition(is_item);
    let after = lines.iter().skip(at + 1).position(is_item);
    let end = after.map_or(lines.len() + 1, |next| at + 1 + next);
    (first.map_or(1, |first| first + 1)..=end).contains(&label.position().line)
}

fn first_difference(expected: &str, read: &str) -> String {
    let (mut old, mut new) = (expected.lines(), read.lines());
    loop {
        match (old.next(), new.next()) {
            (Some(one), Some(other)) if one == other => {}
            (None, None) => return String::new(),
            (one, other) => {
                return format!(
                    "{} → {}",
                    one.unwrap_or("").trim(),
                    other.unwrap_or("").trim()
                );
            }
        }
    }
}
