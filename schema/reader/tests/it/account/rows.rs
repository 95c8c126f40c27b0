//! Rows that a slip puts out of their table: read on, or reported at their place.

use schema::diagnostic::Level;
use testing::report;

const PAGE: &str = "\
## sendNote

Returns True.

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| text | String | Yes | What to say |
| loud | Boolean | Optional | Say it aloud |
| pin | Boolean | Optional | Pin it |

## countNotes

Takes no parameters. Returns Integer.
";

/// The names of the first method's parameters, and the findings that are no notes.
fn read(from: &str, to: &str) -> (Vec<String>, Vec<String>) {
    assert_eq!(PAGE.matches(from).count(), 1, "not once: {from}");
    let page = PAGE.replace(from, to);
    let params = report::read_schema(&page).methods[0].params.clone();
    let names = params.into_iter().map(|param| param.name);
    (names.collect(), report::list_findings(&page))
}

#[track_caller]
fn check(from: &str, to: &str, params: &[&str], finding: &str) {
    assert_eq!(read(from, to), (owned(params), owned(&[finding])), "{to:?}");
}

fn owned(words: &[&str]) -> Vec<String> {
    words.iter().map(|word| (*word).to_owned()).collect()
}

#[test]
fn rows_below_a_blank_line_are_read() {
    for blank in ["\n", "\n\n\n", "  \n"] {
        check(
            "| loud |",
            &format!("{blank}| loud |"),
            &["text", "loud", "pin"],
            "8:1 broken-table sendNote",
        );
    }
}

#[test]
fn a_row_in_a_comment_is_lost_alone() {
    let row = "| loud | Boolean | Optional | Say it aloud |";
    check(
        row,
        &format!("<!-- {row} -->"),
        &["text", "pin"],
        "8:1 unread-data sendNote",
    );
    check(
        "| pin | Boolean | Optional | Pin it |",
        "<!-- | pin | Boolean | Optional | Pin it | -->",
        &["text", "loud"],
        "9:1 unread-data sendNote",
    );
}

#[test]
fn a_comment_between_rows_loses_none() {
    check(
        "| loud |",
        "<!-- of sound -->\n| loud |",
        &["text", "loud", "pin"],
        "8:1 broken-table sendNote",
    );
}

#[test]
fn a_row_in_a_list_is_lost_alone() {
    let row = "| loud | Boolean | Optional | Say it aloud |";
    for item in [
        "- loud (Boolean): say it aloud",
        "* `loud` (bool, optional): say it aloud",
        "- | loud | Boolean | Optional | Say it aloud |",
        "> | loud | Boolean | Optional | Say it aloud |",
        "# | loud | Boolean | Optional | Say it aloud |",
    ] {
        let (params, found) = read(row, item);
        assert_eq!(params, ["text", "pin"], "{item}");
        assert_eq!(found.len(), 1, "{item}: {found:?}");
        assert!(found[0].starts_with("8:"), "{item}: {found:?}");
        assert!(found[0].ends_with("unread-data sendNote"), "{item}");
    }
}

#[test]
fn the_last_row_in_a_list_is_lost_alone() {
    let (params, found) = read(
        "| pin | Boolean | Optional | Pin it |",
        "- pin (Boolean, optional): pin it",
    );
    assert_eq!(params, ["text", "loud"]);
    assert_eq!(found, ["9:3 unread-data sendNote"]);
}

#[test]
fn an_indented_row_is_read() {
    assert_eq!(
        read("| loud |", "    | loud |"),
        (owned(&["text", "loud", "pin"]), Vec::new())
    );
}

#[test]
fn rows_without_a_pipe_before_them_are_read() {
    assert_eq!(
        read("| loud |", "loud |"),
        (owned(&["text", "loud", "pin"]), Vec::new())
    );
}

#[test]
fn a_table_without_dashes_is_one_error() {
    check(
        "| --- | --- | --- | --- |\n",
        "",
        &[],
        "5:1 unread-data sendNote",
    );
}

#[test]
fn rows_without_a_header_are_one_error() {
    check(
        "| Parameter | Type | Required | Description |\n",
        "",
        &[],
        "6:1 unread-data sendNote",
    );
}

#[test]
fn dashes_of_any_width_make_a_table() {
    let all = owned(&["text", "loud", "pin"]);
    for dashes in ["|-----------|", "|---+---+---+---|"] {
        let read = read("| --- | --- | --- | --- |", dashes);
        assert_eq!(read, (all.clone(), Vec::new()), "{dashes}");
    }
    check(
        "| --- | --- | --- | --- |",
        "| --- | --- | --- |",
        &["text", "loud", "pin"],
        "6:1 broken-table sendNote",
    );
}

#[test]
fn a_table_in_a_code_block_is_one_error() {
    for fence in ["```", "~~~"] {
        let table = PAGE.split("\n\n").nth(2).unwrap();
        let page = PAGE.replace(table, &format!("{fence}\n{table}\n{fence}"));
        let found = report::list_findings(&page);
        assert_eq!(found, ["5:1 unread-data sendNote"], "{fence}");
    }
    let table = PAGE.split("\n\n").nth(2).unwrap();
    let indented: String = table.lines().map(|line| format!("    {line}\n")).collect();
    let found = report::list_findings(&PAGE.replace(table, &indented));
    assert_eq!(found, ["5:5 unread-data sendNote"]);
}

#[test]
fn an_empty_row_says_nothing() {
    for empty in ["|  |\n", "| | | | |\n", "|||||\n"] {
        let read = read("| text |", &format!("{empty}| text |"));
        assert_eq!(read, (owned(&["text", "loud", "pin"]), Vec::new()));
    }
}

#[test]
fn what_is_lost_can_be_counted() {
    let page = PAGE.replace("| --- | --- | --- | --- |\n", "");
    let found = report::lint_page(&page);
    let [one] = found.as_slice() else {
        panic!("not one finding: {found:#?}");
    };
    assert_eq!(one.level, Level::Error);
    assert_eq!(one.notes, ["it has 3 rows"]);
    let totals = report::read_page(&page).unwrap().account.totals().clone();
    assert_eq!(totals.to_string(), "2 methods, 0 of 3 rows");
}

#[test]
fn lists_of_values_that_are_lost_can_be_counted() {
    let count = |description: &str| {
        let page = format!(
            "{PAGE}\n## Leaf\n\n| Field | Type | Required | Description |\n| --- | --- | --- | --- |\n| kind | String | Yes | One of “a” or “b” |\n| hue | String | Yes | {description} |\n"
        );
        report::read_page(&page)
            .unwrap()
            .account
            .totals()
            .to_string()
    };
    assert_eq!(
        count("One of “c” or “d”"),
        "2 methods, 5 of 5 rows, 2 of 2 enums"
    );
    let lost = count("Whichever among “c”, “d” or “e”");
    assert_eq!(lost, "2 methods, 5 of 5 rows, 1 of 2 enums");
}

#[test]
fn a_table_in_a_language_that_nobody_knows_is_reported() {
    let page = PAGE.to_owned()
        + "\n## Note\n\n| Trường | Kiểu | Mô tả |\n| --- | --- | --- |\n| text | String | Nội dung |\n";
    assert_eq!(report::list_findings(&page), ["17:3 unknown-header Note"]);
}

/// A method whose parameter has a type that is a table of values.
const VALUES: &str = "\
## sendNote

Returns True.

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| seal | Seal | Yes | How to close it |

## Seal

| Value | Description |
| --- | --- |
| wax | Warm wax |
| thread | A thread |
";

#[test]
fn a_value_in_a_comment_is_lost_like_any_row() {
    for row in ["| wax | Warm wax |", "| thread | A thread |"] {
        let page = VALUES.replace(row, &format!("<!-- {row} -->"));
        let found = report::list_findings(&page);
        assert_eq!(found.len(), 1, "{row}: {found:?}");
        assert!(found[0].contains("unread-data"), "{row}: {found:?}");
    }
}

#[test]
fn the_last_row_in_a_list_needs_no_built_in_type() {
    let page = PAGE.replace("| pin | Boolean | Optional |", "- pin (Corner, optional):");
    assert_eq!(report::list_findings(&page), ["9:3 unread-data sendNote"]);
}
