//! Findings of random texts are shown in every format, and none acts on a terminal.

use proptest::prelude::proptest;
use schema::diagnostic::Diagnostic;
use testing::edits::{FILES, PAGES, apply_edits, edits};
use testing::{any_text, hostile, random};
use xtask::render::Format;
use xtask::terminal::Style;

/// Shows findings in every format.
fn assert_formats_harmless(found: &[Diagnostic]) {
    for format in Format::ALL {
        let text = format.print_report(found, Style::plain());
        assert_eq!(hostile::find_control(&text), None, "{text}");
    }
}

proptest! {
    #![proptest_config(random::config_with_cases(64))]

    #[test]
    fn of_an_edited_page(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        assert_formats_harmless(&any_text::check_page(name, &apply_edits(&hostile::with_hidden_characters(text), &edits)));
    }

    #[test]
    fn of_an_edited_file(file in 0..FILES.len(), edits in edits()) {
        let text = apply_edits(FILES[file], &edits);
        assert_formats_harmless(&any_text::check_overrides(&any_text::SCHEMA, &text));
    }
}

proptest! {
    #![proptest_config(random::config_with_cases(256))]

    #[test]
    fn of_overrides(text in random::yaml_like()) {
        assert_formats_harmless(&any_text::check_overrides(&any_text::SCHEMA, &text));
    }

    #[test]
    fn of_a_text_like_a_page(text in random::page_like()) {
        for name in ["page.md", "page.html"] {
            assert_formats_harmless(&any_text::check_page(name, &text));
        }
    }
}
