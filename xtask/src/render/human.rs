//! Findings for people, in the manner of rustc.

use annotate_snippets::{
    Annotation, AnnotationKind, Element, Group, Level as Heading, Origin, Padding, Renderer,
    Snippet,
};
use schema::diagnostic::{Diagnostic, Level};

use super::sanitize::{sanitize, sanitize_line};
use super::snippet::{FileSnippet, Mark, Part, build_snippets};
use super::truncate::{override_yaml, truncate_finding};
use crate::terminal::{BOLD, Style};

/// The columns that line numbers and bars take.
const GUTTER: usize = 10;
/// Wide enough that the renderer cuts nothing: lines come to it cut already.
const ENDLESS: usize = 100_000;

/// Every finding, then how many there are and where to read more.
pub fn print_report(found: &[Diagnostic], style: Style) -> String {
    let gap = if found.is_empty() { "" } else { "\n" };
    print_findings(found, style) + gap + &print_closing(found, style)
}

/// Every finding, with an empty line between two.
pub fn print_findings(found: &[Diagnostic], style: Style) -> String {
    let printed = found.iter().map(|one| print_finding(one, style) + "\n");
    printed.collect::<Vec<_>>().join("\n")
}

/// `2 errors, 1 warning, 3 notes`; notes only where there are some.
pub fn print_counts(found: &[Diagnostic]) -> String {
    let errors = plural(count_level(found, Level::Error), "error");
    let warnings = plural(count_level(found, Level::Warn), "warning");
    match count_level(found, Level::Info) {
        0 => format!("{errors}, {warnings}"),
        notes => format!("{errors}, {warnings}, {}", plural(notes, "note")),
    }
}

/// Counts the findings of a level.
pub fn count_level(found: &[Diagnostic], level: Level) -> usize {
    found.iter().filter(|one| one.level == level).count()
}

/// `1 method`, `2 methods`.
pub fn plural(count: usize, word: &str) -> String {
    let ending = if count == 1 { "" } else { "s" };
    format!("{count} {word}{ending}")
}

fn print_closing(found: &[Diagnostic], style: Style) -> String {
    let mut text = style.paint(BOLD, &print_counts(found)) + "\n";
    let codes = list_codes(found);
    match codes.as_slice() {
        [] => {}
        [code] => text += &format!("for more, try `cargo xtask explain {code}`\n"),
        [code, ..] => {
            let codes = codes.join(", ");
            text += &format!("for more on {codes}, try `cargo xtask explain {code}`\n");
        }
    }
    text
}

/// The codes of the findings, errors first.
fn list_codes(found: &[Diagnostic]) -> Vec<&'static str> {
    let kinds = found.iter().filter(|one| !one.code.is_empty());
    let mut kinds: Vec<_> = kinds.map(|one| (one.level, one.code)).collect();
    kinds.sort_unstable();
    let mut codes: Vec<&str> = Vec::new();
    for (_, code) in kinds {
        if !codes.contains(&code) {
            codes.push(code);
        }
    }
    codes
}

fn print_finding(one: &Diagnostic, style: Style) -> String {
    let one = &truncate_finding(one);
    let heading = level_heading(one.level);
    let title = heading.primary_title(sanitize_line(&one.message));
    let title = if one.code.is_empty() {
        title
    } else {
        title.id(one.code)
    };
    let snippets = build_snippets(one, style.width.saturating_sub(GUTTER));
    let mut group = Group::with_title(title).elements(subject_origin(one));
    for (index, snippet) in snippets.iter().enumerate() {
        if index > 0 {
            group = group.element(Padding);
        }
        group = group.elements(snippet_elements(snippet));
    }
    remove_elision_lines(&build_renderer(style).render(&[group.elements(remark_elements(one))]))
}

/// Without the lines that hold `:::` alone: the renderer puts one before lines that have their
/// heading apart, as ours have. Only so is the column the page's, not that of the cut line.
fn remove_elision_lines(rendered: &str) -> String {
    let is_bare = |line: &&str| strip_colors(line).trim() == ":::";
    let lines: Vec<_> = rendered.lines().filter(|line| !is_bare(line)).collect();
    lines.join("\n")
}

fn strip_colors(line: &str) -> String {
    let mut parts = line.split('\u{1b}');
    let first = parts.next().unwrap_or_default().to_owned();
    let after = |part: &str| part.split_once('m').map_or("", |(_, text)| text).to_owned();
    first + &parts.map(after).collect::<String>()
}

fn build_renderer(style: Style) -> Renderer {
    let renderer = if style.color {
        Renderer::styled().hyperlink(false)
    } else {
        Renderer::plain()
    };
    renderer.term_width(ENDLESS)
}

fn level_heading(level: Level) -> Heading<'static> {
    match level {
        Level::Error => Heading::ERROR,
        Level::Warn => Heading::WARNING,
        Level::Info => Heading::NOTE,
    }
}

/// The item that a finding is about, where it has no place that shows it.
fn subject_origin(one: &Diagnostic) -> Option<Origin<'static>> {
    let at = one.at.as_ref().filter(|_| one.primary.is_none())?;
    Some(Origin::path(sanitize_line(&at.to_string())))
}

/// The place of a finding: the file with line and column, and the lines themselves.
fn snippet_elements<'a>(snippet: &'a FileSnippet<'_>) -> Vec<Element<'a>> {
    let origin = Origin::path(sanitize_line(snippet.source.name()))
        .line(snippet.position.line)
        .char_column(snippet.position.column);
    let parts = snippet.parts.iter().map(|part| annotate_part(part).into());
    std::iter::once(origin.into()).chain(parts).collect()
}

fn annotate_part<'a>(part: &'a Part<'_>) -> Snippet<'a, Annotation<'a>> {
    Snippet::source(part.text.as_str())
        .line_start(part.first)
        .annotations(part.marks.iter().map(annotate_mark))
}

fn annotate_mark<'a>(mark: &'a Mark<'_>) -> Annotation<'a> {
    let kind = if mark.is_primary {
        AnnotationKind::Primary
    } else {
        AnnotationKind::Context
    };
    let text = Some(sanitize_line(mark.text)).filter(|text| !text.is_empty());
    kind.span(mark.range.clone()).label(text)
}

/// The text below the lines: notes, help, the override to paste.
fn remark_elements(one: &Diagnostic) -> Vec<Element<'static>> {
    let remark = |heading: Heading<'static>, text: &str| {
        let text = sanitize(text).into_owned();
        Element::from(heading.message(text))
    };
    let notes = one.notes.iter().map(|note| remark(Heading::NOTE, note));
    let helps = help_texts(one);
    let helps = helps.iter().map(|help| remark(Heading::HELP, help));
    notes.chain(helps).collect()
}

/// The help, and the override below it: in the same breath where the help leads over to it.
pub(super) fn help_texts(one: &Diagnostic) -> Vec<String> {
    match (
        &one.help,
        one.suggested_override.as_ref().map(override_yaml),
    ) {
        (Some(help), Some(suggested)) if help.ends_with(':') => {
            vec![format!("{help}\n{suggested}")]
        }
        (help, suggested) => {
            let suggested =
                suggested.map(|yaml| format!("the override for overrides.yaml:\n{yaml}"));
            help.iter().cloned().chain(suggested).collect()
        }
    }
}
