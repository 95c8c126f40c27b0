//! Headings that a slip makes a paragraph, or hides.

use testing::report;

const PAGE: &str = "\
## sendNote

Returns True.

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| text | String | Yes | What to say |

## countNotes

Takes no parameters. Returns Integer.
";

#[test]
fn a_heading_without_its_mark_is_one_finding() {
    for heading in ["countNotes", "##countNotes", "countNotes (how many)"] {
        let page = PAGE.replace("## countNotes", heading);
        let found = report::list_findings(&page);
        assert_eq!(found, ["9:1 unread-data"], "{heading}");
    }
}

#[test]
fn a_heading_in_a_comment_is_a_finding() {
    let page = PAGE.replace("## countNotes", "<!-- ## countNotes -->");
    let found = report::list_findings(&page);
    assert_eq!(found, ["9:9 unread-data"]);
}

#[test]
fn a_name_that_is_defined_may_stand_by_itself() {
    let page = format!("{PAGE}\n## See also\n\nsendNote\n");
    assert_eq!(report::list_findings(&page), [""; 0]);
}

#[test]
fn the_name_of_a_type_above_a_table_is_a_lost_heading() {
    let table = "| Field | Type |\n| --- | --- |\n| kind | String |\n";
    let page = format!("{PAGE}\nNoteKind\n\n{table}");
    assert_eq!(report::list_findings(&page), ["13:1 unread-data"]);
    let prose = format!("{PAGE}\nGitHub\n\nIt is kept there.\n");
    assert_eq!(report::list_findings(&prose), [""; 0]);
}

#[test]
fn a_heading_that_spaces_make_code_is_one_finding() {
    for indent in ["    ", "\t"] {
        let page = PAGE.replace("## countNotes", &format!("{indent}## countNotes"));
        let found = report::list_findings(&page);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(found[0].starts_with("9:"), "{found:?}");
    }
}
