//! Properties of every schema and of every text.

use proptest::prelude::{any, prop_assert, prop_assert_eq, proptest};
use schema::schema::Schema;
use schema::ty::Type;
use schema::yaml;
use testing::page_writer::{self, CHINESE, ENGLISH};
use testing::{any_text, random, report};

/// The schema that a page states, in YAML.
fn stated(page: &str) -> String {
    yaml::print(&report::read_schema(page)).unwrap_or_default()
}

proptest! {
    #![proptest_config(random::config_with_cases(96))]

    #[test]
    fn what_an_english_page_states_is_read_back(schema in random::stated_schema()) {
        let page = page_writer::write_page(&schema, &ENGLISH);
        prop_assert_eq!(stated(&page), yaml::print(&schema).unwrap(), "{}", page);
    }

    #[test]
    fn what_a_chinese_page_states_is_read_back(schema in random::stated_schema()) {
        let page = page_writer::write_page(&schema, &CHINESE);
        prop_assert_eq!(stated(&page), yaml::print(&schema).unwrap(), "{}", page);
    }

    #[test]
    fn a_page_that_states_all_has_nothing_unread(schema in random::stated_schema()) {
        for words in [&ENGLISH, &CHINESE] {
            let page = page_writer::write_page(&schema, words).replace('\n', "\r\n");
            let found = report::read_page(&page).map_or_else(|found| found, |page| page.diagnostics);
            prop_assert!(found.is_empty(), "{:?}\n{}", found.iter().map(report::print_line).collect::<Vec<_>>(), page);
        }
    }

    #[test]
    fn a_page_can_be_cut_short(
        schema in random::stated_schema(),
        chinese in any::<bool>(),
        cut in any::<proptest::sample::Index>(),
    ) {
        let page = page_writer::write_page(&schema, if chinese { &CHINESE } else { &ENGLISH });
        let letters: Vec<char> = page.chars().collect();
        let cut: String = letters[..cut.index(letters.len())].iter().collect();
        any_text::check_page("page.md", &cut);
    }
}

proptest! {
    #![proptest_config(random::config_with_cases(512))]

    #[test]
    fn no_text_is_too_much(text in random::page_like()) {
        for name in ["page.md", "page.html"] {
            any_text::check_page(name, &text);
        }
    }

    #[test]
    fn no_bytes_are_too_much(bytes in any::<Vec<u8>>()) {
        any_text::check_page("page", &String::from_utf8_lossy(&bytes));
    }

    #[test]
    fn a_page_reads_the_same_every_time(text in random::page_like()) {
        let (one, two) = (report::lint_page(&text), report::lint_page(&text));
        prop_assert_eq!(one, two);
        prop_assert_eq!(report::read_schema(&text), report::read_schema(&text));
    }

    #[test]
    fn what_is_read_survives_yaml(text in random::page_like()) {
        let schema = report::read_schema(&text);
        let printed = yaml::print(&schema).unwrap();
        prop_assert_eq!(yaml::load::<Schema>(&printed).unwrap(), schema);
    }

    #[test]
    fn yaml_holds_any_schema(schema in random::any_schema()) {
        let printed = yaml::print(&schema).unwrap();
        let loaded = yaml::load::<Schema>(&printed);
        prop_assert_eq!(loaded.as_ref(), Ok(&schema), "{}", printed);
        prop_assert_eq!(yaml::print(&schema).unwrap(), printed);
    }

    #[test]
    fn a_type_is_printed_and_parsed(ty in random::any_type()) {
        prop_assert_eq!(ty.to_string().parse::<Type>(), Ok(ty));
    }

    #[test]
    fn any_text_is_a_type_or_an_error(text in "[A-Za-z0-9_<>| \t，\u{3000}]{0,24}") {
        if let Ok(ty) = text.parse::<Type>() {
            prop_assert_eq!(ty.to_string().parse::<Type>(), Ok(ty));
        }
    }
}
