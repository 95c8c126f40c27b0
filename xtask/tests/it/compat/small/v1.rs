//! Written against version 1.

use generated::kiosk::{Access, Bot, KioskId, Paper, Picture, SendPaper};
use generated::{Error, Request, Transport};

async fn sell<T: Transport>(bot: &Bot<T>) -> Result<Paper, Error> {
    let picture = Picture::new("https://pictures.example/1", "A cat");
    bot.send_paper("corner", "News!", [picture], 120).await
}

/// Holds a bot's call to its types; it is never called.
pub fn is_compiled<T: Transport>(bot: &Bot<T>) {
    drop(sell(bot));
}

#[test]
fn a_text_is_given_in_the_same_ways() {
    let by = String::from("the sea");
    let by_ref = SendPaper::new(7, "News!", [], 120).by(&by);
    assert_eq!(by_ref, SendPaper::new(7, "News!", [], 120).by("the sea"));
    assert_eq!(by_ref, SendPaper::new(7, "News!", [], 120).by(by));
}

#[test]
fn a_union_keeps_its_name() {
    let kiosk: KioskId = SendPaper::new(7, "News!", [], 120).kiosk;
    assert_eq!(kiosk, KioskId::Integer(7));
}

#[test]
fn a_constructor_takes_what_was_required() {
    let headline = String::from("News!");
    let request = SendPaper::new(7, headline, [Picture::new("a", "b")], 120);
    request.validate().unwrap();
    let body =
        r#"{"kiosk":7,"headline":"News!","pages":[{"media":"a","caption":"b"}],"price":120}"#;
    let sent: serde_json::Value = serde_json::from_str(&request.to_json().unwrap()).unwrap();
    assert_eq!(
        sent,
        serde_json::from_str::<serde_json::Value>(body).unwrap()
    );
}

#[test]
fn a_flag_is_false_until_it_is_set() {
    let access = Access::new().may_keep(true).until(9);
    assert!(!access.may_fold && access.may_keep);
    assert_eq!(Access::default().may_keep(true).until(9), access);
    let body = SendPaper::new(7, "News!", [], 1).access(access).to_json();
    let body = body.unwrap();
    assert!(body.contains(r#""may_read":false"#), "{body}");
}
