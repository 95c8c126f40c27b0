//! The lints: the list of them, each one's own examples, and a module for each that is tested on the
//! fixture pages too.
//!
//! Lints that need a workspace are tested in `xtask/tests/it`: `base-conflict` in `multiple_apis`,
//! `stale-history` and `stale-name` in `was_required`, `shrunken-page` and `unused-level` in
//! `lint_levels`.

mod bad_name;
mod dangling_member;
mod duplicate;
mod empty_range;
mod hidden_table;
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
mod unread_return;
mod unread_type;
mod unused_type;

use reader::lint::{LINTS, find};
use schema::diagnostic::Diagnostic;

fn codes(found: &[Diagnostic]) -> Vec<&str> {
    found.iter().map(|one| one.code).collect()
}

#[test]
fn every_bad_example_has_its_one_finding() {
    for lint in LINTS {
        let found = lint.bad.run().unwrap();
        assert_eq!(codes(&found), [lint.code], "{found:#?}");
    }
}

#[test]
fn nothing_is_wrong_with_a_good_example() {
    for lint in LINTS {
        let found = lint.good.run().unwrap();
        assert!(found.is_empty(), "{}: {found:#?}", lint.code);
    }
}

#[test]
fn a_finding_says_where_it_is_and_what_to_do() {
    for lint in LINTS {
        let found = lint.bad.run().unwrap();
        for one in found.iter().filter(|one| one.code != "missing-words") {
            let label = one.primary.as_ref().unwrap();
            assert!(label.position().line > 0, "{}", lint.code);
            assert!(one.help.is_some(), "{} gives no help", lint.code);
        }
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
        assert!(!lint.summary.is_empty() && !lint.explanation.is_empty());
        let is_word = |c: char| c.is_ascii_lowercase() || c == '-';
        assert!(lint.code.chars().all(is_word), "{}", lint.code);
        for code in lint.superseded_by {
            assert!(
                find(code).is_some(),
                "{} yields to nothing: {code}",
                lint.code
            );
        }
    }
}
