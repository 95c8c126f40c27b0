//! Changes as a release note, in Markdown.

use generator::compat::diff::{Change, ChangeKind};
use schema::schema::Schema;

use super::describe_step;
use crate::render::sanitize::sanitize_line;

/// The chapters of a note: what it is headed by, and which kinds it holds.
const CHAPTERS: &[(&str, &[ChangeKind])] = &[
    ("New methods", &[ChangeKind::MethodAdded]),
    ("New types", &[ChangeKind::TypeAdded]),
    ("New variants", &[ChangeKind::VariantAdded]),
    ("New parameters", &[ChangeKind::ParamAdded]),
    ("New fields", &[ChangeKind::FieldAdded]),
    (
        "Gone",
        &[
            ChangeKind::MethodRemoved,
            ChangeKind::TypeRemoved,
            ChangeKind::VariantRemoved,
            ChangeKind::ParamRemoved,
            ChangeKind::FieldRemoved,
        ],
    ),
    (
        "Changed",
        &[
            ChangeKind::TypeChanged,
            ChangeKind::RequiredChanged,
            ChangeKind::OrderChanged,
            ChangeKind::ReturnsChanged,
            ChangeKind::FactChanged,
        ],
    ),
];

/// The note: what breaks code first, then chapter by chapter.
pub(super) fn render(old: &Schema, new: &Schema, changes: &[Change]) -> String {
    let mut text = format!("## {}\n", print_title(old, new));
    if changes.is_empty() {
        return text + "\nNothing changed.\n";
    }
    let (breaking, rest): (Vec<_>, Vec<_>) = changes.iter().partition(|change| change.breaking);
    text += &print_chapter("Breaking", &breaking);
    for (heading, kinds) in CHAPTERS {
        let part = rest
            .iter()
            .copied()
            .filter(|change| kinds.contains(&change.kind));
        text += &print_chapter(heading, &part.collect::<Vec<_>>());
    }
    text
}

fn print_title(old: &Schema, new: &Schema) -> String {
    match (&old.version, &new.version) {
        (Some(old), Some(new)) if old != new => sanitize_line(&format!("From {old} to {new}")),
        (_, Some(version)) => sanitize_line(version),
        _ => "Changes".to_owned(),
    }
}

fn print_chapter(heading: &str, changes: &[&Change]) -> String {
    if changes.is_empty() {
        return String::new();
    }
    let items = changes.iter().map(|change| print_item(change));
    format!("\n### {heading}\n\n{}", items.collect::<String>())
}

fn print_item(change: &Change) -> String {
    let name = change.kind.name().replace('-', " ");
    let what = describe_step(change);
    let at = &change.at;
    let phrase = match change.kind {
        ChangeKind::TypeAdded | ChangeKind::VariantAdded => String::new(),
        ChangeKind::MethodAdded if !what.is_empty() => format!(" returns `{what}`"),
        ChangeKind::VariantRemoved => format!(": {name}"),
        _ if what.is_empty() => format!(": {name}"),
        _ => format!(": {name}, `{what}`"),
    };
    let phrase = if change.breaking && phrase.is_empty() {
        format!(": {name}")
    } else {
        phrase
    };
    format!("- {}\n", sanitize_line(&format!("`{at}`{phrase}")))
}
