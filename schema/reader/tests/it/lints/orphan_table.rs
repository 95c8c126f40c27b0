//! `orphan-table`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};
use testing::report;

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[Fault {
            finding: "orphan-table",
            from: "## countShips（数一数船）\n\n数一数今晚路过的船。成功时返回 Int。\n\n|",
            to: "## 数一数船\n\n数一数今晚路过的船。成功时返回 Int。\n\n▸|",
        }],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "orphan-table",
            from: "#### countShips\n\nReturns Int.\n\n|",
            to: "#### Counting ships\n\nReturns Int.\n\n▸|",
        }],
    );
}

#[test]
fn on_a_page_in_html() {
    check_faults(
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
fn a_heading_with_other_marks_is_told_how_to_name_the_method() {
    for (heading, name) in [
        ("send-note", "`send-note (send_note)`"),
        ("`notes:send`", "`notes:send (notes_send)`"),
    ] {
        let table =
            "| Parameter | Type | Required |\n| --- | --- | --- |\n| text | String | Yes |\n";
        let page = format!("## getMe\n\nReturns True.\n\n## {heading}\n\n{table}");
        let found = report::lint_page(&page);
        let orphan = found.iter().find(|one| one.code == "orphan-table").unwrap();
        assert!(orphan.help.as_ref().unwrap().contains(name), "{heading}");
    }
}
