//! Written against version 2, in which a paper needs no headline.

use generated::Request;
use generated::kiosk::{Picture, SendPaper};

#[test]
#[allow(deprecated, reason = "the next version lacks it")]
fn what_the_next_version_lacks_is_set() {
    let ink = String::from("black");
    let request = SendPaper::new(1, "News!", [Picture::new("a", "b")], 1)
        .colour("pink")
        .inks([ink])
        .headline("Old");
    let picture = Picture::new("a", "b").frame(Picture::new("c", "d"));
    assert_eq!(request.headline.as_deref(), Some("Old"));
    assert_eq!(picture.media, "a");
}

#[test]
fn what_was_required_can_be_left_out() {
    let request = SendPaper::without_headline("corner", [Picture::new("a", "b")], 120);
    assert_eq!(request.headline, None);
    let body = request.to_json().unwrap();
    assert!(!body.contains("headline"), "{body}");
    let request = SendPaper::new("corner", "News!", [], 1).headline("Old");
    assert_eq!(request.headline.unwrap(), "Old");
}
