//! Slips of the pen on an HTML page: each causes one finding, at its place.

use testing::fault::{Fault, check};

use super::KITE;

#[test]
fn the_page_is_sound() {
    assert_eq!(testing::report::findings(KITE), [""; 0]);
}

#[test]
fn cells() {
    check(
        KITE,
        &[
            Fault {
                finding: "type-conflict landKite.softly",
                from: "<td>softly</td><td>Boolean</td><td>Optional</td><td>Pass <em>True</em> to land it",
                to: "<td>softly</td><td>▸String</td><td>Optional</td><td>Pass <em>True</em> to land it",
            },
            Fault {
                finding: "unread-type Kite.id",
                from: "<td>id</td><td>Integer</td>",
                to: "<td>id</td><td>▸a number</td>",
            },
            Fault {
                finding: "unknown-type Kite.tails",
                from: "Array of <a href=\"#tail\">Tail</a>",
                to: "Array of <a href=\"#tail\">▸Tial</a>",
            },
            Fault {
                finding: "dangling-member Tail.TailLmap",
                from: "<li><a href=\"#taillamp\">TailLamp</a></li>",
                to: "<li><a href=\"#taillamp\">▸TailLmap</a></li>",
            },
            Fault {
                finding: "unknown-required flyKite.mood",
                from: "<td>mood</td><td>String</td><td>Optional</td>",
                to: "<td>mood</td><td>String</td><td>▸Optionel</td>",
            },
            Fault {
                finding: "required-conflict flyKite.kite_id",
                from: "<td>Yes</td><td>Which kite</td>",
                to: "<td>▸Yes</td><td>Optional. Which kite</td>",
            },
            Fault {
                finding: "bad-name flyKite",
                from: "<td>mood</td>",
                to: "<td>▸kite mood</td>",
            },
            Fault {
                finding: "empty-range flyKite.height",
                from: "In metres; 1-300.",
                to: "In metres; ▸300-1.",
            },
            Fault {
                finding: "impossible-value flyKite.height",
                from: "Defaults to <em>20</em>",
                to: "Defaults to <em>▸400</em>",
            },
            Fault {
                finding: "impossible-value flyKite.height",
                from: "Defaults to <em>20</em>",
                to: "Defaults to <em>▸true</em>",
            },
            Fault {
                finding: "union-tag Tail",
                from: "<td>Always <em>lamp</em></td>",
                to: "<td>▸Often <em>lamp</em></td>",
            },
        ],
    );
}

#[test]
fn rows_and_tables() {
    check(
        KITE,
        &[
            Fault {
                finding: "row-cells flyKite.mood",
                from: "<tr><td>mood</td><td>String</td>",
                to: "▸<tr><td>mood</td>",
            },
            Fault {
                finding: "row-cells flyKite.mood",
                from: "<tr><td>mood</td><td>String</td>",
                to: "▸<tr><td>mood</td><td>String</td><td>String</td>",
            },
            Fault {
                finding: "duplicate flyKite.kite_id",
                from: "<tr><td>mood</td><td>String</td>",
                to: "<tr><td>▸kite_id</td><td>String</td>",
            },
            Fault {
                finding: "swapped-columns flyKite",
                from: "<tr><th>Parameter</th><th>Type</th><th>Required</th><th>Details</th></tr>",
                to: "<tr><th>Parameter</th><th>▸Required</th><th>Type</th><th>Details</th></tr>",
            },
            Fault {
                finding: "unknown-header Kite",
                from: "<tr><th>Field</th><th>Type</th><th>Description</th></tr><!-- Kite -->",
                to: "<tr><th>Field</th><th>Type</th><th>▸Babble</th></tr><!-- Kite -->",
            },
            Fault {
                finding: "duplicate flyKite",
                from: "</a>landKite</h4>",
                to: "</a>▸flyKite</h4>",
            },
            Fault {
                finding: "unread-return landKite",
                from: "<p>Returns <em>True</em> on success.</p>",
                to: "<p>▸Returns good news on success.</p>",
            },
            Fault {
                finding: "unused-type Wind",
                from: "<!-- end -->",
                to: "<h4>▸Wind</h4><table><tr><th>Field</th><th>Type</th></tr>\
                     <tr><td>knots</td><td>Integer</td></tr></table>",
            },
        ],
    );
}

#[test]
fn what_no_browser_shows() {
    let (before, after) = KITE.split_once("<!-- holdKite -->").unwrap();
    let (before, header) = before.rsplit_once("<table>").unwrap();
    let after = after.replacen("</table>", "</table></template>", 1);
    let page = format!("{before}<template><table>{header}{after}");
    let found = testing::report::findings(&page);
    assert_eq!(found, ["24:1 hidden-table holdKite"]);
}

#[test]
fn a_lost_heading() {
    check(
        KITE,
        &[
            // What the table has belongs to another method: its rows would be taken for that one's.
            Fault {
                finding: "orphan-table flyKite",
                from: "<h4><a class=\"anchor\" name=\"landkite\" href=\"#landkite\"></a>landKite</h4>\n\
                       <p>Brings a kite down.</p>\n<p>Returns <em>True</em> on success.</p>\n<table>\n",
                to: "<p>Brings a kite down.</p>\n<p>Returns <em>True</em> on success.</p>\n<table>\n▸",
            },
            // It has nothing of the method before it, and the type is not defined any more.
            Fault {
                finding: "orphan-table holdKite",
                from: "<h4><a class=\"anchor\" name=\"kite\" href=\"#kite\"></a>Kite</h4>\n<table>\n",
                to: "<table>\n▸",
            },
            Fault {
                finding: "orphan-table Tail",
                from: "<h4 id=\"tailribbon\">TailRibbon</h4>\n<table>",
                to: "<table>▸",
            },
            Fault {
                finding: "orphan-table TailRibbon",
                from: "<h4 id=\"taillamp\">TailLamp</h4>\n<table>",
                to: "<table>▸",
            },
            Fault {
                finding: "orphan-table restKite",
                from: "<h4 id=\"holdkite\">holdKite</h4>\n\
                       <p>Holds a kite where it is. Returns <em>True</em> on success.</p>\n<table>\n",
                to: "<p>Holds a kite where it is. Returns <em>True</em> on success.</p>\n<table>\n▸",
            },
        ],
    );
}

#[test]
fn names_in_sentences_and_unions() {
    check(
        KITE,
        &[
            Fault {
                finding: "unknown-type flyKite",
                from: "the flown <a href=\"#kite\">Kite</a> is returned",
                to: "the flown <a href=\"#kite\">▸Kiet</a> is returned",
            },
            Fault {
                finding: "unread-type landKite.softly",
                from: "<td>softly</td><td>Boolean</td>",
                to: "<td>softly</td><td>▸</td>",
            },
        ],
    );
}

/// The rows of a method's table.
const ROWS: &str = "\
<tr><th>Parameter</th><th>Type</th><th>Required</th><th>Description</th></tr>
<tr><td>kite_id</td><td>Integer</td><td>Yes</td><td>Which of them</td></tr>
<tr><td>softly</td><td>Boolean</td><td>Optional</td><td>Pass <em>True</em> to land it on grass</td></tr>
</table>
";

#[test]
fn a_table_in_a_wrapper() {
    assert_eq!(KITE.matches(ROWS).count(), 1);
    let wrapped = |open: &str, close: &str| {
        let table = format!("<table>\n{ROWS}");
        let page = KITE.replace(&table, &format!("{open}<table>\n{ROWS}{close}"));
        testing::report::findings(&page)
    };
    // What a browser shows as a table all the same.
    for (open, close) in [("<div>", "</div>"), ("<pre>", "</pre>")] {
        assert_eq!(wrapped(open, close), [""; 0]);
    }
    assert_eq!(
        wrapped("<blockquote>", "</blockquote>"),
        ["16:1 hidden-table landKite"]
    );
}

/// The same page with a cell on each line, as the official one has them.
#[test]
fn places_in_a_page_of_a_cell_a_line() {
    let tall = KITE.replace("<td>", "\n<td>").replace("</tr>", "\n</tr>");
    check(
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
fn a_page_that_breaks_off_is_one_finding_wherever_it_does() {
    let body = KITE.find("<div").unwrap()..KITE.rfind("</div>").unwrap();
    for cut in body.filter(|&at| at > 600 && at % 7 == 0 && KITE.is_char_boundary(at)) {
        let found = testing::report::findings(&KITE[..cut]);
        assert_eq!(found.len(), 1, "at {cut}: {found:?}");
        assert!(found[0].contains("truncated-page"), "at {cut}: {found:?}");
    }
}
