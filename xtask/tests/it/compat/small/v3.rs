//! Written against version 3, in which it needs no pages either, and a picture no caption.

use generated::kiosk::{Picture, SendPaper};

#[test]
fn each_version_adds_a_constructor() {
    let request = SendPaper::without_headline_and_pages("corner", 120);
    assert_eq!((request.headline, request.pages), (None, None));
    let picture = Picture::without_caption("a");
    assert_eq!(picture.caption, None);
    assert_eq!(Picture::new("a", "b").caption.unwrap(), "b");
}
