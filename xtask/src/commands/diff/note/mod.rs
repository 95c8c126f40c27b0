//! Steps between two versions in, a release note out: chapters of items, what breaks code first.
//!
//! A place is named once: all changes of a member are one item, a parameter that is new on thirteen
//! methods is one item, and the members of a new union stand below it.

mod entries;
mod members;
mod phrase;
mod unions;

use generator::compat::diff::{Bump, ChangeKind};
use generator::upgrade::Step;
use schema::schema::Schema;

use self::entries::Entry;
use crate::render::human::plural;

/// A release note.
pub(super) struct Note {
    /// The versions.
    pub(super) title: String,
    /// The sum of the changes.
    pub(super) summary: String,
    pub(super) chapters: Vec<Chapter>,
}

/// The items of one kind, under a heading.
pub(super) struct Chapter {
    pub(super) heading: String,
    pub(super) is_breaking: bool,
    pub(super) items: Vec<Item>,
}

/// A line of the note, with what stands below it.
#[derive(Clone)]
pub(super) struct Item {
    pub(super) text: String,
    pub(super) parts: Vec<String>,
}

impl Item {
    fn new(text: String) -> Self {
        let parts = Vec::new();
        Self { text, parts }
    }
}

/// The headings, in the order of the chapters. An item is in the first one that is for one of its
/// changes.
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
];

/// Writes the note on the steps from one schema to another.
pub(super) fn write(old: &Schema, new: &Schema, steps: &[Step]) -> Note {
    let mut entries = entries::collect(steps);
    let mut chapters = Vec::new();
    let breaking = take(&mut entries, Entry::is_breaking);
    chapters.extend(chapter("Breaking", true, members::group(new, &breaking)));
    let news = take(&mut entries, |entry| entry.asked_for_in().is_some());
    if let Some(filter) = news.first().and_then(Entry::asked_for_in) {
        let heading = format!("New kinds of updates, for bots that name them in `{filter}`");
        chapters.extend(chapter(&heading, false, members::list(&news)));
    }
    let types = unions::Types::of(new, &entries);
    for (heading, kinds) in CHAPTERS {
        let part = take(&mut entries, |entry| entry.is_of(kinds));
        let items = match kinds {
            [ChangeKind::TypeAdded] => types.list_added(&part),
            [ChangeKind::VariantAdded] => types.list_grown(&part),
            _ => members::group(new, &part),
        };
        chapters.extend(chapter(heading, false, items));
    }
    chapters.extend(chapter("Changed", false, members::group(new, &entries)));
    Note {
        title: print_title(old, new),
        summary: print_summary(steps),
        chapters,
    }
}

fn take<'a>(
    entries: &mut Vec<Entry<'a>>,
    is_wanted: impl Fn(&Entry<'a>) -> bool,
) -> Vec<Entry<'a>> {
    entries.extract_if(.., |entry| is_wanted(entry)).collect()
}

fn chapter(heading: &str, is_breaking: bool, items: Vec<Item>) -> Option<Chapter> {
    let heading = heading.to_owned();
    (!items.is_empty()).then_some(Chapter {
        heading,
        is_breaking,
        items,
    })
}

fn print_title(old: &Schema, new: &Schema) -> String {
    match (&old.version, &new.version) {
        (Some(old), Some(new)) if old != new => format!("From {old} to {new}"),
        (_, Some(version)) => version.clone(),
        _ => "Changes".to_owned(),
    }
}

fn print_summary(steps: &[Step]) -> String {
    let breaking = steps.iter().filter(|step| step.change.breaking).count();
    let bump = Bump::of(steps.iter().map(|step| &step.change)).name();
    let all = plural(steps.len(), "change");
    format!("{all}, {breaking} of them breaking (marked !): a {bump} version")
}
