//! Written against version 2, in which a paper needs no headline.

use generated::Request;
use generated::kiosk::{Picture, SendPaper};

#[test]
fn what_was_required_can_be_left_out() {
    let request = SendPaper::without_headline("corner", [Picture::new("a", "b")], 120);
    assert_eq!(request.headline, None);
    let body = request.to_json().unwrap();
    assert!(!body.contains("headline"), "{body}");
    let request = SendPaper::new("corner", "News!", [], 1).headline("Old");
    assert_eq!(request.headline.unwrap(), "Old");
}
