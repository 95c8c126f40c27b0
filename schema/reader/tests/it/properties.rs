//! Properties of every schema and of every text.

use proptest::prelude::{Strategy, any, prop_assert, prop_assert_eq, prop_oneof, proptest};
use schema::diagnostic::Level;
use schema::schema::Schema;
use schema::ty::Type;
use schema::yaml;
use testing::page_writer::{self, CHINESE_PHRASINGS, ENGLISH_PHRASINGS, Layout};
use testing::{any_text, random, report};

use crate::damage::page::{compared, is_heading};

/// The schema that a page states, in YAML.
fn stated(page: &str) -> String {
    yaml::print(&report::read_schema(page)).unwrap_or_default()
}

/// A layout in the first phrasings of a language, which are those of the dialects' own tests.
fn usual_layout() -> impl Strategy<Value = Layout> {
    prop_oneof![
        random::layout(vec![&ENGLISH_PHRASINGS[0]]),
        random::layout(vec![&CHINESE_PHRASINGS[0]]),
    ]
}

/// A layout in any phrasings.
fn any_layout() -> impl Strategy<Value = Layout> {
    let all = ENGLISH_PHRASINGS.iter().chain(CHINESE_PHRASINGS);
    random::layout(all.collect())
}

/// The methods and types that a page is not read to have as they are, while nothing in their
/// section says so.
fn find_silent_losses(schema: &Schema, page: &str) -> Vec<String> {
    let read = compared(report::read_schema(page));
    let lines: Vec<&str> = page.lines().collect();
    let found = report::lint_page(page);
    let grave = found.iter().filter(|one| one.level != Level::Info);
    let places: Vec<usize> = grave
        .filter_map(|one| Some(one.primary.as_ref()?.position().line))
        .collect();
    let is_reported = |name: &str| {
        let first = (0..lines.len()).find(|&at| is_heading(lines[at]) && has_name(lines[at], name));
        let first = first.unwrap_or_default();
        let next = lines[first + 1..].iter().position(|line| is_heading(line));
        let end = next.map_or(lines.len(), |next| first + 1 + next);
        places.iter().any(|line| (first + 1..=end).contains(line))
    };
    let methods = schema.methods.iter().map(|one| one.name.as_str());
    let names = methods.chain(schema.types.iter().map(|one| one.name.as_str()));
    let is_same = |name: &str| report::print_yaml(&read, name) == report::print_yaml(schema, name);
    names
        .filter(|name| !is_same(name) && !is_reported(name))
        .map(|name| {
            format!(
                "{}\n{}",
                report::print_yaml(schema, name),
                report::print_yaml(&read, name)
            )
        })
        .collect()
}

/// Checks whether a heading has this name and no longer one.
fn has_name(heading: &str, name: &str) -> bool {
    let words = heading.split(|c: char| !c.is_ascii_alphanumeric() && c != '_');
    words.into_iter().any(|word| word == name)
}

proptest! {
    #![proptest_config(random::config_with_cases(96))]

    #[test]
    fn what_a_page_states_is_read_back_from_any_layout(
        schema in random::stated_schema(),
        layout in usual_layout(),
    ) {
        let page = page_writer::write_page(&schema, &layout);
        let read = compared(report::read_schema(&page));
        prop_assert_eq!(yaml::print(&read).unwrap(), yaml::print(&schema).unwrap(), "{}", page);
    }

    #[test]
    fn what_people_write_is_read_back_or_reported(
        schema in random::stated_schema(),
        layout in any_layout(),
    ) {
        let page = page_writer::write_page(&schema, &layout);
        let lost = find_silent_losses(&schema, &page);
        prop_assert!(lost.is_empty(), "{}\n{}", page, lost.join("\n"));
    }
}

proptest! {
    #![proptest_config(random::config_with_cases(96))]

    #[test]
    fn what_an_english_page_states_is_read_back(schema in random::stated_schema()) {
        let page = page_writer::write_page(&schema, &Layout::ENGLISH);
        prop_assert_eq!(stated(&page), yaml::print(&schema).unwrap(), "{}", page);
    }

    #[test]
    fn what_a_chinese_page_states_is_read_back(schema in random::stated_schema()) {
        let page = page_writer::write_page(&schema, &Layout::CHINESE);
        prop_assert_eq!(stated(&page), yaml::print(&schema).unwrap(), "{}", page);
    }

    #[test]
    fn a_page_that_states_all_has_nothing_unread(schema in random::stated_schema()) {
        for layout in [&Layout::ENGLISH, &Layout::CHINESE] {
            let page = page_writer::write_page(&schema, layout).replace('\n', "\r\n");
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
        let page = page_writer::write_page(&schema, if chinese { &Layout::CHINESE } else { &Layout::ENGLISH });
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
