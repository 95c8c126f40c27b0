//! A note in Markdown.

use super::note::{Item, Note};
use crate::render::sanitize::sanitize_line;

/// The note: a heading for each chapter, a list item for each line.
pub(super) fn render(note: &Note) -> String {
    let mut text = format!("## {}\n\n", sanitize_line(&note.title));
    if note.chapters.is_empty() {
        return text + "Nothing changed.\n";
    }
    text += &format!(
        "{}.\n",
        sanitize_line(&note.summary).replace(" (marked !)", "")
    );
    for chapter in &note.chapters {
        text += &format!("\n### {}\n\n", sanitize_line(&chapter.heading));
        text.extend(chapter.items.iter().map(print_item));
    }
    text
}

fn print_item(item: &Item) -> String {
    let parts = item.parts.iter();
    let parts = parts.map(|part| format!("  - {}\n", sanitize_line(part)));
    format!(
        "- {}\n{}",
        sanitize_line(&item.text),
        parts.collect::<String>()
    )
}
