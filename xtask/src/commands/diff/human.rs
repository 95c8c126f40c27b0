//! A note for people at a terminal.

use super::note::{Chapter, Item, Note};
use crate::render::sanitize::sanitize_line;

/// The chapters, a line for each item, and what the changes come to.
pub(super) fn render(note: &Note) -> String {
    if note.chapters.is_empty() {
        return "nothing changed\n".to_owned();
    }
    let chapters: String = note.chapters.iter().map(print_chapter).collect();
    format!(
        "{}\n\n{chapters}{}\n",
        print_plain(&note.title),
        print_plain(&note.summary)
    )
}

fn print_chapter(chapter: &Chapter) -> String {
    let mark = if chapter.is_breaking { "!" } else { " " };
    let items = chapter.items.iter().map(|item| print_item(mark, item));
    format!(
        "{}\n{}\n",
        print_plain(&chapter.heading),
        items.collect::<String>()
    )
}

fn print_item(mark: &str, item: &Item) -> String {
    let parts = item.parts.iter();
    let parts = parts.map(|part| format!("      {}\n", print_plain(part)));
    format!(
        "{mark} {}\n{}",
        print_plain(&item.text),
        parts.collect::<String>()
    )
}

/// The text without the marks of code.
fn print_plain(text: &str) -> String {
    sanitize_line(&text.replace('`', ""))
}
