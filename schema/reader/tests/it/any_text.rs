//! What holds for texts that nobody meant to write: mutations of good pages and files, and texts of
//! what readers stumble over. Nothing panics, and every place lies in its file.

use proptest::prelude::{ProptestConfig, prop_assert_eq, proptest};
use testing::edits::{FILES, PAGES, edited, edits};
use testing::{hostile, random, robust};

fn cases(count: u32) -> ProptestConfig {
    ProptestConfig {
        cases: count,
        failure_persistence: None,
        ..ProptestConfig::default()
    }
}

#[test]
fn a_page_can_end_anywhere() {
    for (name, text) in [PAGES[0], PAGES[3]] {
        for (end, _) in text.char_indices() {
            robust::page(name, &text[..end]);
        }
    }
}

#[test]
fn a_file_can_end_anywhere() {
    for text in FILES {
        for (end, _) in text.char_indices().step_by(3) {
            robust::yaml_text(&text[..end]);
        }
    }
}

proptest! {
    #![proptest_config(cases(64))]

    #[test]
    fn an_edited_page(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        robust::page(name, &edited(&hostile::page(text), &edits));
    }

    #[test]
    fn a_page_that_is_read_as_the_other_format(page in 0..PAGES.len(), edits in edits()) {
        let (name, text) = PAGES[page];
        let other = if name.ends_with("md") { "page.html" } else { "page.md" };
        robust::page(other, &edited(text, &edits));
    }

    #[test]
    fn an_edited_file(file in 0..FILES.len(), edits in edits()) {
        let text = edited(FILES[file], &edits);
        robust::yaml_text(&text);
        robust::overrides_text(&robust::SCHEMA, &text);
    }
}

proptest! {
    #![proptest_config(cases(256))]

    #[test]
    fn a_text_like_yaml(text in random::yaml_like()) {
        robust::yaml_text(&text);
        robust::overrides_text(&robust::SCHEMA, &text);
    }

    #[test]
    fn a_text_like_a_type(text in random::type_like()) {
        robust::type_text(&text);
        let page = "## sendNote\n\nReturns True.\n\n| Name | Type |\n| --- | --- |\n| a | CELL |\n";
        robust::page("page.md", &page.replace("CELL", &text));
    }

    #[test]
    fn schemas_with_any_text_are_yaml_that_acts_on_nothing(schema in random::any_schema()) {
        let printed = schema::yaml::print(&schema).unwrap();
        prop_assert_eq!(hostile::acts(&printed.replace('\t', " ")), None, "{}", printed);
    }
}
