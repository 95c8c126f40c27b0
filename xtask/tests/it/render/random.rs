//! Findings of random texts are shown in every format, and none acts on a terminal.

use proptest::prelude::{ProptestConfig, proptest};
use schema::diagnostic::Diagnostic;
use testing::edits::{FILES, PAGES, edited, edits};
use testing::{hostile, random, robust};
use xtask::render::Format;
use xtask::terminal::Style;

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        cases: count,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

/// Shows findings in every format.
fn show(found: &[Diagnostic]) {
    for format in Format::ALL {
        let text = format.report(found, Style::plain());
        assert_eq!(hostile::acts(&text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn of_an_edited_page(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        show(&robust::page(name, &edited(&hostile::page(text), &edits)));
    }

    #[test]
    fn of_an_edited_file(file in 0..FILES.len(), edits in edits()) {
        let text = edited(FILES[file], &edits);
        show(&robust::overrides_text(&robust::SCHEMA, &text));
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn of_overrides(text in random::yaml_like()) {
        show(&robust::overrides_text(&robust::SCHEMA, &text));
    }

    #[test]
    fn of_a_text_like_a_page(text in random::page_like()) {
        for name in ["page.md", "page.html"] {
            show(&robust::page(name, &text));
        }
    }
}
