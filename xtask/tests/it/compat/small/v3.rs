//! Written against version 3, in which it needs neither pages nor a price, and a picture no caption.

use generated::kiosk::{Picture, SendPaper};

#[test]
fn each_version_adds_a_constructor() {
    let request = SendPaper::without_headline_and_pages_and_price("corner");
    assert_eq!(
        (request.headline, request.pages, request.price),
        (None, None, None)
    );
    let picture = Picture::without_caption("a");
    assert_eq!(picture.caption, None);
    assert_eq!(Picture::new("a", "b").caption.unwrap(), "b");
}

#[test]
#[expect(deprecated, reason = "it is gone")]
fn what_is_gone_does_nothing() {
    let paper = || SendPaper::without_headline("corner", [], 120);
    assert_eq!(
        paper().colour("pink").inks([String::from("black")]),
        paper()
    );
    let picture = Picture::without_caption;
    assert_eq!(picture("a").frame(picture("b")), picture("a"));
}
