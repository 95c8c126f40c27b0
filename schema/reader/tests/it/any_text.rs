//! Texts that no author intended: mutations of good pages and files, and random texts of the marks
//! that readers look for. Nothing panics, and every place lies in its file.

use proptest::prelude::{prop_assert_eq, proptest};
use testing::edits::{FILES, PAGES, apply_edits, edits};
use testing::{any_text, hostile, random};

#[test]
fn a_page_can_end_anywhere() {
    for (name, text) in [PAGES[0], PAGES[3]] {
        for (end, _) in text.char_indices() {
            any_text::check_page(name, &text[..end]);
        }
    }
}

#[test]
fn a_file_can_end_anywhere() {
    for text in FILES {
        for (end, _) in text.char_indices().step_by(3) {
            any_text::check_yaml(&text[..end]);
        }
    }
}

proptest! {
    #![proptest_config(random::config_with_cases(64))]

    #[test]
    fn an_edited_page(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        any_text::check_page(name, &apply_edits(&hostile::with_hidden_characters(text), &edits));
    }

    #[test]
    fn a_page_that_is_read_as_the_other_format(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        let other = if name.ends_with("md") { "page.html" } else { "page.md" };
        any_text::check_page(other, &apply_edits(text, &edits));
    }

    #[test]
    fn an_edited_file(file in 0..FILES.len(), edits in edits()) {
        let text = apply_edits(FILES[file], &edits);
        any_text::check_yaml(&text);
        any_text::check_overrides(&any_text::SCHEMA, &text);
    }
}

proptest! {
    #![proptest_config(random::config_with_cases(256))]

    #[test]
    fn a_text_like_yaml(text in random::yaml_like()) {
        any_text::check_yaml(&text);
        any_text::check_overrides(&any_text::SCHEMA, &text);
    }

    #[test]
    fn a_text_like_a_type(text in random::type_like()) {
        any_text::check_type(&text);
        let page = "## sendNote\n\nReturns True.\n\n| Name | Type |\n| --- | --- |\n| a | CELL |\n";
        any_text::check_page("page.md", &page.replace("CELL", &text));
    }

    #[test]
    fn schemas_with_any_text_are_yaml_that_acts_on_nothing(schema in random::any_schema()) {
        let printed = schema::yaml::print(&schema).unwrap();
        prop_assert_eq!(hostile::find_control(&printed.replace('\t', " ")), None, "{}", printed);
    }
}
