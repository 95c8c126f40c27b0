//! Layout: it changes neither what a page states nor where its mistakes are.

use schema::source::Source;
use testing::fault::{Fault, check_faults};
use testing::report;

/// The mistakes of the page that has the most, and its schema, under another layout.
fn same(layout: &str, text: &str) {
    let page = super::OBSERVATORY;
    assert_ne!(text, page, "{layout}");
    assert_eq!(
        report::read_schema(text),
        report::read_schema(page),
        "{layout}"
    );
    assert_eq!(
        report::list_findings(text),
        report::list_findings(page),
        "{layout}"
    );
}

#[test]
fn line_endings() {
    let page = super::OBSERVATORY;
    same("CRLF", &page.replace('\n', "\r\n"));
    let mut lines = 0;
    let mixed = page.split_inclusive('\n').map(|line| {
        lines += 1;
        if lines % 3 == 0 {
            line.replace('\n', "\r\n")
        } else {
            line.to_owned()
        }
    });
    same("mixed", &mixed.collect::<String>());
    same("no final line end", page.trim_end());
    same("many final line ends", &format!("{page}\n\n\n"));
}

#[test]
fn a_byte_order_mark() {
    same(
        "before the title",
        &format!("\u{feff}{}", super::OBSERVATORY),
    );
    let page =
        "\u{feff}## sing\n\nReturns a song.\n\n| Parameter | Type | Required |\n| - | - | - |\n";
    assert_eq!(report::list_findings(page), ["3:1 unread-return sing"]);
    let title = "\u{feff}## sing\n\n| Parameter | Type | Required |\n| - | - | - |\n";
    assert_eq!(report::list_findings(title), ["1:4 missing-return sing"]);
}

#[test]
fn space_around_cells_and_rows() {
    let page = super::OBSERVATORY;
    same("trailing spaces", &page.replace('\n', "  \n"));
    let tight = page.replace("| ", "|").replace(" |", "|");
    assert_eq!(report::read_schema(&tight), report::read_schema(page));
}

#[test]
fn rows_without_outer_pipes() {
    let row = |line: &str| match line
        .strip_prefix("| ")
        .and_then(|row| row.strip_suffix(" |"))
    {
        Some(row) => row.to_owned(),
        None => line.to_owned(),
    };
    let lines: Vec<String> = super::HARBOUR.replace('\t', " ").lines().map(row).collect();
    let text = lines.join("\n").replace("|\n", "\n").replace("\n|", "\n");
    assert_eq!(
        report::read_schema(&text),
        report::read_schema(super::HARBOUR)
    );
    assert!(report::list_findings(&text).is_empty());
}

fn one_row(row: &str) -> String {
    format!(
        "## sing\n\nReturns True.\n\n| Parameter | Type | Required | Description |\n| - | - | - | - |\n{row}\n"
    )
}

#[test]
fn a_pipe_in_a_cell_is_escaped() {
    let page = one_row(r"| key | Integer \| String | Yes | `a \| b`, or a \\| b |");
    assert!(report::list_findings(&page).is_empty());
    let page = report::read_page(&page).unwrap();
    let key = &page.schema.methods[0].params[0];
    assert_eq!(key.ty.to_string(), "Integer | String");
    assert_eq!(key.doc.as_deref(), Some("a | b, or a | b"));
    let unescaped = one_row("| key | Integer | Yes | `a | b` |");
    assert_eq!(
        report::list_findings(&unescaped),
        ["7:1 row-cells sing.key"]
    );
}

#[test]
fn a_tag_may_be_left_open_and_a_type_broken_in_two() {
    let page = one_row("| <b>key | Integer<br>or String | <code>Yes | Defaults to “C” |");
    assert!(report::list_findings(&page).is_empty());
    let schema = report::read_schema(&page);
    assert_eq!(
        schema.methods[0].params[0].ty.to_string(),
        "Integer | String"
    );
}

#[test]
fn a_huge_cell() {
    let prose = "La la la. ".repeat(20_000);
    let page = one_row(&format!("| key | Strin | Yes | {prose}1-80 characters |"));
    assert_eq!(report::list_findings(&page), ["7:9 unknown-type sing.key"]);
    let sentence = "Returns the Song of ".repeat(2_000);
    let page = one_row("| key | String | Yes | x |").replace("Returns True.", &sentence);
    assert_eq!(report::list_findings(&page), ["1:4 missing-return sing"]);
}

#[test]
fn a_row_broken_over_two_lines_is_no_row() {
    let page = one_row("| key | String | Yes | What to\nsing |");
    assert_eq!(report::list_findings(&page), ["8:1 row-cells sing.sing"]);
    let page = one_row("| key | String |\n| Yes | What to sing |");
    assert_eq!(
        report::list_findings(&page),
        ["7:1 row-cells sing.key", "8:1 row-cells sing.Yes"]
    );
}

#[test]
fn a_page_without_anything_is_empty() {
    for text in [
        "",
        " \n\n",
        "# Title\n\nProse.",
        "<html><body>502</body></html>",
        "\u{feff}",
        "\0",
    ] {
        assert_eq!(report::list_findings(text), ["1:1 empty-page"], "{text:?}");
    }
    let orphan =
        "# All songs\n\n| Parameter | Type | Required |\n| - | - | - |\n| key | String | Yes |\n";
    assert_eq!(
        report::list_findings(orphan),
        ["1:1 empty-page", "3:1 orphan-table"]
    );
}

#[test]
fn a_span_is_of_its_source() {
    let source = Source::new("page.md", "\u{feff}灯塔");
    assert_eq!(source.text(), "灯塔");
}

#[test]
fn escapes_of_what_needs_none() {
    let escaped = super::HARBOUR.replace('_', "\\_");
    same_as_harbour(&escaped);
    let page = one_row(r"| kind | String | Yes | What it is, must be *slow\_song* |");
    let key = &report::read_schema(&page).methods[0].params[0];
    let constant = serde_json::to_value(&key.facts.constant).unwrap();
    assert_eq!(constant, "slow_song");
}

fn same_as_harbour(text: &str) {
    assert_ne!(text, super::HARBOUR);
    assert_eq!(
        report::read_schema(text),
        report::read_schema(super::HARBOUR)
    );
    assert_eq!(report::list_findings(text), [""; 0]);
}

#[test]
fn an_image_is_what_stands_for_it() {
    let constant = |image: &str| {
        let row = format!("| kind | String | Yes | What it is, must be “{image}” |");
        let key = &report::read_schema(&one_row(&row)).methods[0].params[0];
        serde_json::to_value(&key.facts.constant).unwrap()
    };
    assert_eq!(constant(r#"<img src="a.png" width="20" alt="🐚" />"#), "🐚");
    assert_eq!(constant("![🐚](a.png)"), "🐚");
}

/// The same page with a cell on each line, as the official one has them.
#[test]
fn places_in_a_page_of_a_cell_a_line() {
    let tall = super::KITE
        .replace("<td>", "\n<td>")
        .replace("</tr>", "\n</tr>");
    check_faults(
        &tall,
        &[
            Fault {
                finding: "unread-type Kite.id",
                from: "<td>id</td>\n<td>Integer</td>",
                to: "<td>id</td>\n<td>▸a number</td>",
            },
            Fault {
                finding: "row-cells flyKite.mood",
                from: "<tr>\n<td>mood</td>\n<td>String</td>",
                to: "▸<tr>\n<td>mood</td>",
            },
            Fault {
                finding: "unknown-required flyKite.mood",
                from: "<td>mood</td>\n<td>String</td>\n<td>Optional</td>",
                to: "<td>mood</td>\n<td>String</td>\n<td>▸Perhaps</td>",
            },
        ],
    );
}

#[test]
fn the_words_of_a_header_may_be_in_capitals() {
    for page in [super::HARBOUR, super::KITE] {
        let mut text = page.to_owned();
        for word in ["Parameter", "Field", "Type", "Required", "Description"] {
            for (before, after) in [
                ("|", "\t|"),
                ("|", "|"),
                ("<th>", "</th>"),
                ("<th>", "<th>"),
            ] {
                let word = format!("{before}{word}{after}");
                text = text.replace(&word, &word.to_uppercase().replace("TH>", "th>"));
            }
        }
        assert_ne!(text, page);
        assert_eq!(report::read_schema(&text), report::read_schema(page));
        assert_eq!(report::list_findings(&text), report::list_findings(page));
    }
}

#[test]
fn every_way_to_write_a_row() {
    let read = |row: &str| {
        let schema = report::read_schema(&one_row(row));
        let params = schema.methods.first().map(|method| method.params.clone());
        let params = params.unwrap_or_default().into_iter();
        let shown = params.map(|one| format!("{} {}", one.name, one.ty));
        shown.collect::<Vec<_>>().join(", ")
    };
    for row in [
        "| a | String | Yes | 名字 |",
        "a | String | Yes | x",
        "| a | String | Yes | x",
        "|a\t|String\t|Yes||",
        r"| a | String | Yes | x \| y |",
        r"| a | String | Yes | x \\| y |",
    ] {
        assert_eq!(read(row), "a String", "{row}");
        assert_eq!(report::list_findings(&one_row(row)), [""; 0], "{row}");
    }
    for row in ["| a | String | Yes |", "a", "| a | String | Yes | x | y |"] {
        let found = report::list_findings(&one_row(row));
        assert_eq!(found.len(), 1, "{row}: {found:?}");
        assert!(found[0].contains(" row-cells "), "{row}: {found:?}");
    }
}

#[test]
fn what_looks_like_a_tag_and_is_none_is_text() {
    let row = "| a | String | Yes | The <token> of <a class=\"x\" id=\"y\">a bot</a><br/>or <b>none</b> |";
    let page = report::read_page(&one_row(row)).unwrap();
    let doc = page.schema.methods[0].params[0].doc.as_ref().unwrap();
    assert!(doc.starts_with("The <token> of a bot"), "{doc}");
    assert!(!doc.contains("<a") && !doc.contains("<b"), "{doc}");
}

#[test]
fn a_place_after_entities_is_right() {
    check_faults(
        super::KITE,
        &[Fault {
            finding: "unknown-type Kite.id",
            from: "<td>id</td><td>Integer</td>",
            to: "<td>id</td><td>&#73;nteger&nbsp;or &#x53;tring or ▸Lost</td>",
        }],
    );
}
