//! `truncated-page`: slips on the fixture pages, each with the one finding that it causes.

use testing::fixtures::KITE;
use testing::report;

#[test]
fn a_page_that_breaks_off_is_one_finding_wherever_it_does() {
    let body = KITE.find("<div").unwrap()..KITE.rfind("</div>").unwrap();
    for cut in body.filter(|&at| at > 600 && at % 7 == 0 && KITE.is_char_boundary(at)) {
        let found = report::list_findings(&KITE[..cut]);
        assert_eq!(found.len(), 1, "at {cut}: {found:?}");
        assert!(found[0].contains("truncated-page"), "at {cut}: {found:?}");
    }
}
