//! `unread-data`, and what is read all the same: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::{HARBOUR, KITE, LIGHTHOUSE};
use testing::report;

#[test]
fn on_a_chinese_page() {
    check_faults(
        LIGHTHOUSE,
        &[
            Fault {
                finding: "unread-data countShips",
                from: "成功时返回 Int。\n\n| 参数",
                to: "成功时返回 Int。\n\n▸```\n| 参数",
            },
            Fault {
                finding: "row-cells countShips",
                from: "返回 Int。\n\n| 参数 | 类型 | 是否必需 | 描述 |",
                to: "返回 Int。\n\n▸| 参数 | 类型 | 是否必需 |",
            },
            Fault {
                finding: "broken-table countShips",
                from: "| 参数 | 类型 | 是否必需 | 描述 |\n| ---- | ---- | ---- | ---- |\n\
                       | tower_id | Integer 或 String | 是 | 灯塔的编号或名字（写作<code>@northpoint</code>） |\n\
                       | limit | Integer | 可选 | 最多数几条，接受 1-99999 之间的值。默认为50 |\n",
                to: "{% hint style=\"info\" %}\n▸| 参数 | 类型 | 是否必需 | 描述 |\n\
                     | ---- | ---- | ---- | ---- |\n| it | String | 是 | 船 |\n\n{% endhint %}\n",
            },
        ],
    );
}

#[test]
fn on_an_english_page() {
    check_faults(
        HARBOUR,
        &[Fault {
            finding: "row-cells countShips",
            from: "Returns Int.\n\n|Parameter\t|Type\t|",
            to: "Returns Int.\n\n▸|Parameter\t|",
        }],
    );
}

#[test]
fn what_no_browser_shows() {
    let (before, after) = KITE.split_once("<!-- holdKite -->").unwrap();
    let (before, header) = before.rsplit_once("<table>").unwrap();
    let after = after.replacen("</table>", "</table></template>", 1);
    let page = format!("{before}<template><table>{header}{after}");
    let found = report::list_findings(&page);
    assert_eq!(found, ["24:1 unread-data holdKite"]);
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
        report::list_findings(&page)
    };
    // What a browser shows as a table all the same.
    for (open, close) in [("<div>", "</div>"), ("<pre>", "</pre>")] {
        assert_eq!(wrapped(open, close), [""; 0]);
    }
    assert_eq!(
        wrapped("<blockquote>", "</blockquote>"),
        ["16:1 broken-table landKite"]
    );
}

#[test]
fn lines_of_a_paragraph_that_look_like_fields_are_reported() {
    for lines in [
        "参数｜类型｜说明\ntext｜String｜The text\nmode｜String｜The mode",
        "Parameter\tType\ntext\tString\nmode\tString",
        "｜text｜String｜The text｜",
        "text (String, optional): what to say",
    ] {
        let page = format!("## sendNote\n\nReturns True.\n\n{lines}\n");
        assert_eq!(report::list_findings(&page).len(), 1, "{lines}");
    }
    for prose in [
        "Give text: it is sent.",
        "text is a String.",
        "Note: strings are cut.",
    ] {
        let page = format!("## sendNote\n\nReturns True.\n\n{prose}\n");
        assert_eq!(report::list_findings(&page), [""; 0], "{prose}");
    }
}

#[test]
fn a_name_alone_in_a_fold_is_reported() {
    let page = "<h2>sendNote</h2><p>Takes no parameters. Returns True.</p>\
        <details><summary>dropNote</summary><p>Drops it.</p></details>";
    let found = report::list_findings(page);
    assert!(
        found.iter().any(|one| one.contains("unread-data")),
        "{found:?}"
    );
}
