//! Tables in a language that nobody taught the reader.

use testing::report;

const ENGLISH: &str = "## sendNote\n\nReturns True.\n\n| Parameter | Type | Required | Description |\n\
    | --- | --- | --- | --- |\n| text | String | Yes | Its text |\n\n";

const FOREIGN: &str = "| Pole | Rodzaj | Potrzebne | Opis |\n| --- | --- | --- | --- |\n\
    | name | String | false | Imię |\n| age | int | true | Wiek |\n\n";

#[test]
fn a_table_under_one_word_is_one_finding() {
    for heading in ["### User", "## ping", "## Wyślij wiadomość"] {
        let page = format!("{ENGLISH}{heading}\n\n{FOREIGN}");
        let found = report::list_findings(&page);
        let kept: Vec<&String> = found
            .iter()
            .filter(|one| !one.contains("missing-return"))
            .collect();
        assert_eq!(kept.len(), 1, "{heading}: {found:?}");
        assert!(kept[0].starts_with("11:"), "{heading}: {found:?}");
    }
}

#[test]
fn a_header_of_unknown_words_is_one_finding_that_names_known_ones() {
    let page = format!("## getUser\n\nReturns True.\n\n{FOREIGN}");
    let found = report::lint_page(&page);
    let [one] = found.as_slice() else {
        panic!("{found:?}");
    };
    assert_eq!(
        one.message,
        "unknown columns `Pole`, `Rodzaj`, `Potrzebne`, `Opis`"
    );
    assert!(one.notes[0].contains("`type`") && one.notes[0].contains("`required`"));
    assert!(!one.help.iter().any(|help| help.contains("is called")));
}

#[test]
fn many_tables_of_unknown_words_have_one_cause() {
    let page: String = (0..9)
        .map(|number| format!("## getUser{number}\n\nReturns True.\n\n{FOREIGN}"))
        .collect();
    let found = reader::lint::group_by_cause(report::lint_page(&page));
    assert_eq!(found.len(), 1, "{found:?}");
}
