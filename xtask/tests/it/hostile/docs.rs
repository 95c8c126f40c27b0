//! No text becomes markup: rustdoc shows it as it is written.

use pulldown_cmark::{Event, Options, Parser, Tag};
use syn::visit::{self, Visit};
use testing::hostile;

use super::{TEXTS, crate_of};

/// The doc comments of a file, each as one text.
#[derive(Default)]
struct Docs {
    open: Vec<String>,
    all: Vec<String>,
}

impl<'ast> Visit<'ast> for Docs {
    fn visit_attribute(&mut self, attribute: &'ast syn::Attribute) {
        if let syn::Meta::NameValue(pair) = &attribute.meta
            && pair.path.is_ident("doc")
            && let syn::Expr::Lit(literal) = &pair.value
            && let syn::Lit::Str(text) = &literal.lit
        {
            self.open.push(text.value());
        } else {
            self.close();
        }
        visit::visit_attribute(self, attribute);
    }

    fn visit_ident(&mut self, _: &'ast proc_macro2::Ident) {
        self.close();
    }
}

impl Docs {
    fn of(text: &str) -> Vec<String> {
        let mut docs = Self::default();
        docs.visit_file(&syn::parse_file(text).unwrap());
        docs.close();
        docs.all
    }

    fn close(&mut self) {
        if !self.open.is_empty() {
            let text = std::mem::take(&mut self.open).join("\n");
            self.all.push(text);
        }
    }
}

/// Checks that rustdoc shows a comment as text and nothing else.
fn assert_plain_text(path: &str, doc: &str) {
    let options = Options::ENABLE_TABLES
        | Options::ENABLE_FOOTNOTES
        | Options::ENABLE_STRIKETHROUGH
        | Options::ENABLE_TASKLISTS
        | Options::ENABLE_SMART_PUNCTUATION;
    for event in Parser::new_ext(doc, options) {
        let is_text = match &event {
            Event::Start(Tag::Link { dest_url, .. }) => {
                let inner = dest_url.starts_with("crate::") || dest_url.starts_with("https://");
                inner
                    || dest_url
                        .chars()
                        .all(|c| c.is_ascii_alphanumeric() || "_:`".contains(c))
            }
            Event::Start(tag) => matches!(tag, Tag::Paragraph | Tag::Emphasis | Tag::Strong),
            Event::Html(_) | Event::InlineHtml(_) | Event::Rule => false,
            Event::FootnoteReference(_) | Event::TaskListMarker(_) => false,
            _ => true,
        };
        assert!(is_text, "{path}: {event:?} in\n{doc}");
    }
}

#[test]
fn a_comment_is_text() {
    let mut seen = 0;
    for (ending, page) in TEXTS {
        for prose in ["omit", "keep"] {
            for (path, text) in crate_of(ending, page, prose) {
                let docs = Docs::of(&text);
                docs.iter().for_each(|doc| assert_plain_text(&path, doc));
                seen += docs.iter().filter(|doc| doc.contains("pwned")).count();
            }
        }
    }
    assert!(seen > 20, "{seen}");
}

#[test]
fn a_generated_file_turns_nothing_around() {
    for (ending, page) in TEXTS {
        for (path, text) in crate_of(ending, page, "keep") {
            assert_eq!(hostile::find_control(&text), None, "{path}\n{text}");
        }
    }
}
