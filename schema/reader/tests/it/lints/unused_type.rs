//! `unused-type`: slips on the fixture pages, each with the one finding that it causes.

use testing::fault::{Fault, check_faults};
use testing::fixtures::KITE;

#[test]
fn on_a_page_in_html() {
    check_faults(
        KITE,
        &[Fault {
            finding: "unused-type Wind",
            from: "<!-- end -->",
            to: "<h4>▸Wind</h4><table><tr><th>Field</th><th>Type</th></tr>\
                     <tr><td>knots</td><td>Integer</td></tr></table>",
        }],
    );
}
