//! The lints: the list of them, each one's own examples, and a module for each that is tested on the
//! fixture pages too.
//!
//! Lints that need a workspace are tested in `xtask/tests/it`: `base-conflict` in `multiple_apis`,
//! `stale-name` and `unnamed-union` in `union_names`, `shrunken-page` and `unused-level` in
//! `lint_levels`.

mod bad_name;
mod dangling_member;
mod duplicate;
mod empty_range;
mod impossible_value;
mod missing_return;
mod missing_table;
mod orphan_table;
mod overrides;
mod required_conflict;
mod row_cells;
mod swapped_columns;
mod truncated_page;
mod type_conflict;
mod unbalanced_block;
mod union_tag;
mod unknown_header;
mod unknown_required;
mod unknown_type;
mod unread_data;
mod unread_fact;
mod unread_return;
mod unread_type;
mod unused_type;

use reader::lint::{LINTS, catalogue, find};

#[test]
fn every_example_has_its_one_finding_at_its_place_and_none_once_it_is_fixed() {
    for lint in LINTS {
        let (code, example) = (lint.code, &lint.example);
        let diagnostics = example.bad().lint().unwrap();
        let [one] = diagnostics.as_slice() else {
            panic!("not one finding, but for {code}: {diagnostics:#?}");
        };
        assert_eq!((one.code, one.message.as_str()), (code, example.message));
        let place = one.primary.as_ref().map(|label| {
            let position = label.position();
            (label.source.name(), position.line, position.column)
        });
        assert_eq!(place, example.place(), "{code}");
        let (mistake, _) = example.fix;
        let count: usize = example
            .bad()
            .iter()
            .map(|(_, text)| text.matches(mistake).count())
            .sum();
        assert_eq!(count, 1, "{code}: {mistake}");
        let diagnostics = example.good().lint().unwrap();
        assert!(diagnostics.is_empty(), "{code}: {diagnostics:#?}");
    }
}

#[test]
fn a_finding_says_where_it_is_and_what_to_do() {
    // What has no text in words.yaml is a list of what could be done.
    for lint in LINTS.iter().filter(|lint| lint.code != "missing-words") {
        for one in lint.example.bad().lint().unwrap() {
            assert!(one.primary.is_some(), "{} has no place", lint.code);
            assert!(one.help.is_some(), "{} gives no help", lint.code);
        }
    }
}

#[test]
fn the_catalogue_has_a_section_for_each_code() {
    let catalogue = catalogue();
    for lint in LINTS {
        let heading = format!("\n## {}\n", lint.code);
        let (_, section) = catalogue.split_once(&heading).unwrap();
        let section = section.split("\n## ").next().unwrap();
        assert!(section.contains(&lint.documentation("###")), "{section}");
        let link = format!("[`{0}`](#{0})", lint.code);
        assert!(catalogue.contains(&link), "{link}");
    }
}

#[test]
fn every_code_is_one_lint_in_the_order_of_the_alphabet() {
    let codes: Vec<&str> = LINTS.iter().map(|lint| lint.code).collect();
    let mut sorted = codes.clone();
    sorted.sort_unstable();
    sorted.dedup();
    assert_eq!(codes, sorted);
    for lint in LINTS {
        assert_eq!(find(lint.code).unwrap().code, lint.code);
        assert!(!lint.summary.is_empty() && !lint.what_it_does.is_empty());
        let is_word = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(lint.code.chars().all(is_word), "{}", lint.code);
        for code in lint.superseded_by {
            assert!(
                find(code).is_some(),
                "{} is superseded by no lint: {code}",
                lint.code
            );
        }
    }
}
