//! Slips on a page in HTML.

use testing::fixtures::KITE;
use testing::report;

/// Puts each line that has a mark into a comment, and lists what is lost in silence.
#[test]
fn a_row_a_heading_or_a_member_in_a_comment_is_a_finding() {
    for mark in ["<tr><td>", "<h4", "<li>"] {
        let sound = report::read_schema(KITE);
        for line in KITE.lines().filter(|line| line.contains(mark)) {
            let page = KITE.replacen(line, &format!("<!-- {line} -->"), 1);
            let is_same = report::read_schema(&page) == sound;
            let found = report::list_findings(&page);
            assert!(is_same || !found.is_empty(), "{line}");
        }
    }
}

const IN_MARKDOWN: &str = "\
## sendNote

Returns True.

<table>
<thead>
<tr><th>Parameter</th><th>Type</th><th>Required</th></tr>
</thead>
<tbody>
<tr><td>text</td><td>String</td><td>Yes</td></tr>
<tr><td>loud</td><td>Boolean</td><td>Optional</td></tr>
</tbody>
</table>

## countNotes

Takes no parameters. Returns Integer.
";

#[test]
fn a_table_of_html_goes_on_over_blank_lines_and_indents() {
    let sound = report::read_schema(IN_MARKDOWN);
    assert_eq!(sound.methods[0].params.len(), 2);
    let lines: Vec<&str> = IN_MARKDOWN.lines().collect();
    for index in 4..13 {
        for edit in ["\n", "    ", "\t"] {
            let mut changed: Vec<String> = lines.iter().map(|&line| line.to_owned()).collect();
            if edit != "\n" || index > 4 {
                changed[index].insert_str(0, edit);
            }
            let page = changed.join("\n");
            assert_eq!(report::read_schema(&page), sound, "{page}");
            assert_eq!(report::list_findings(&page), [""; 0], "{page}");
        }
    }
}

#[test]
fn rows_of_html_that_no_table_opens_are_read() {
    let page = IN_MARKDOWN.replace("<table>\n", "");
    assert_eq!(report::read_schema(&page).methods[0].params.len(), 2);
    assert_eq!(report::list_findings(&page), ["6:1 broken-table sendNote"]);
}

#[test]
fn an_end_tag_in_a_comment_closes_nothing() {
    let page = KITE.replacen("</table>", "<!-- </table> -->", 1);
    assert_eq!(report::read_schema(&page), report::read_schema(KITE));
    let found = report::list_findings(&page);
    assert_eq!(found.len(), 1, "{found:?}");
    assert!(found[0].contains("unbalanced-block"), "{found:?}");
}

#[test]
fn a_table_that_lost_its_header_is_reported() {
    let headers = KITE.lines().filter(|line| line.starts_with("<tr><th>"));
    for header in headers {
        for by in [String::new(), format!("<!-- {header} -->")] {
            let page = KITE.replacen(header, &by, 1);
            let found = report::list_findings(&page);
            let is_there = |one: &String| one.contains("unread-data") || one.contains("header");
            assert!(found.iter().any(is_there), "{header} → {by:?}: {found:?}");
        }
    }
}
