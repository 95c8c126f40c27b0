//! What servers get away with, value by value.

use generated::safew;
use generated::telegram::*;
use generated::{HttpResponse, Incoming};
use serde_json::{Value, json};

use crate::support::mock::{MockTransport, Outcome, now};

fn read<T: serde::de::DeserializeOwned>(value: Value) -> T {
    serde_json::from_str(&value.to_string()).unwrap()
}

#[test]
fn a_whole_number_may_be_written_with_a_point() {
    let dice: Dice = read(json!({"emoji": "x", "value": 6.0}));
    assert_eq!(dice.value, 6);
    let bad = serde_json::from_str::<Dice>(r#"{"emoji":"x","value":6.5}"#);
    assert!(
        bad.unwrap_err()
            .to_string()
            .starts_with("invalid value: floating point `6.5`, expected an integer")
    );
}

#[test]
fn null_is_absence() {
    let user: User = read(json!({"id": 1, "is_bot": null, "last_name": null}));
    assert_eq!(
        (user.is_bot, user.last_name, user.first_name),
        (false, None, String::new())
    );
}

#[test]
fn an_object_that_is_missing_is_missed() {
    let error = serde_json::from_str::<CallbackQuery>(r#"{"id":"1"}"#).unwrap_err();
    assert!(
        error
            .to_string()
            .starts_with("missing field `from` in CallbackQuery"),
        "{error}"
    );
}

#[test]
fn a_tag_may_be_anywhere() {
    let user = json!({"id": 1, "is_bot": false, "first_name": "A"});
    for value in [
        json!({"status": "left", "user": user}),
        json!({"user": user, "status": "left"}),
    ] {
        let text = value.to_string();
        let member: ChatMember = serde_json::from_str(&text).unwrap();
        assert!(matches!(member, ChatMember::Left(_)), "{text}");
        assert_eq!(serde_json::to_value(&member).unwrap(), value);
        assert_eq!(serde_json::from_value::<ChatMember>(value).unwrap(), member);
    }
}

#[test]
fn an_unknown_tag_is_kept() {
    let text = r#"{"user":{"id":1},"status":"ghost","since":1.50}"#;
    let member: ChatMember = serde_json::from_str(text).unwrap();
    let ChatMember::Unknown(unknown) = &member else {
        panic!("{member:?}")
    };
    assert_eq!(unknown.tag(), "ghost");
    assert_eq!(serde_json::to_string(&member).unwrap(), text);
}

#[test]
fn a_union_without_a_tag_has_its_rule() {
    let chat = json!({"id": 1, "type": "private"});
    let gone: MaybeInaccessibleMessage = read(json!({"chat": chat, "message_id": 2, "date": 0}));
    assert!(matches!(
        gone,
        MaybeInaccessibleMessage::InaccessibleMessage(_)
    ));
    let there = json!({"chat": chat, "message_id": 2, "date": 3, "text": "hi"});
    let there: MaybeInaccessibleMessage = read(there);
    let MaybeInaccessibleMessage::Message(message) = there else {
        panic!("{there:?}")
    };
    assert_eq!((message.date, message.chat.r#type), (3, ChatType::Private));

    let text = json!(["a", {"type": "bold", "text": ["b", {"type": "x", "y": 1}]}]);
    let rich: RichText = read(text.clone());
    assert_eq!(serde_json::to_value(&rich).unwrap(), text);
}

#[test]
fn where_two_have_one_tag_a_field_decides() {
    let url = json!({"type": "photo", "id": "1", "photo_url": "u", "thumbnail_url": "t"});
    let cached = json!({"type": "photo", "id": "1", "photo_file_id": "f"});
    let new = json!({"type": "hologram", "id": "1"});
    let kinds = [url, cached, new].map(read::<InlineQueryResult>);
    assert!(matches!(&kinds[0], InlineQueryResult::Photo(_)));
    assert!(matches!(&kinds[1], InlineQueryResult::CachedPhoto(_)));
    assert!(matches!(&kinds[2], InlineQueryResult::Unknown(new) if new.tag() == "hologram"));
}

#[test]
fn depth_has_a_limit() {
    let deep = |before: &str, after: &str| {
        let (before, after) = (before.repeat(100_000), after.repeat(100_000));
        serde_json::from_str::<RichText>(&format!("{before}\"a\"{after}")).unwrap_err()
    };
    deep(r#"{"type":"bold","text":"#, "}");
    deep(r#"{"text":"#, r#","type":"bold"}"#);
}

#[test]
fn words_are_texts() {
    let mode: ParseMode = "HTML".into();
    assert_eq!(mode, ParseMode::Html);
    assert_eq!(ParseMode::from("Wiki").to_string(), "Wiki");
    let request = SendMessage::new(1, "hi").parse_mode("Markdown");
    assert_eq!(request.parse_mode, Some(ParseMode::Markdown));
}

#[test]
fn a_union_looks_at_the_json() {
    let parse = |text| serde_json::from_str::<safew::Edited>(text).unwrap();
    assert_eq!(parse("true"), safew::Edited::Inline);
    assert!(matches!(
        parse(r#"{"message_id":1,"date":1,"chat":{"id":1,"type":"private"}}"#),
        safew::Edited::Message(_)
    ));
    assert_eq!(
        serde_json::to_string(&safew::Edited::Inline).unwrap(),
        "true"
    );

    let parse = serde_json::from_str::<ChatId>;
    assert_eq!(parse("-100").unwrap(), ChatId::from(-100));
    assert_eq!(parse(r#""@cats""#).unwrap(), ChatId::from("@cats"));
    let error = parse("[]").unwrap_err().to_string();
    assert!(
        error.starts_with("expected ChatId, found a list"),
        "{error}"
    );
}

#[test]
fn unknown_members_are_kept_and_absent_ones_left_out() {
    let text = r#"{"url":"","has_custom_certificate":false,"pending_update_count":0,"new":[1]}"#;
    let mut info: WebhookInfo = serde_json::from_str(text).unwrap();
    assert_eq!(info.extra.get::<Vec<i64>>("new"), Some(vec![1]));
    assert_eq!(serde_json::to_string(&info).unwrap(), text);
    info.extra = generated::Extra::default();
    let text = r#"{"url":"","has_custom_certificate":false,"pending_update_count":0}"#;
    assert_eq!(serde_json::to_string(&info).unwrap(), text);
}

/// The updates in a response whose second update has this as its message.
fn updates_with(message: &[u8]) -> Vec<Incoming<Update>> {
    let before = r#"{"ok":true,"result":[{"update_id":1},{"update_id":2,"message":"#;
    let after = br#"},{"update_id":3}]}"#;
    let body = [before.as_bytes(), message, after].concat();
    let answer = Outcome::Answer(HttpResponse::new(200, body));
    let bot = MockTransport::script([answer]).bot::<Telegram>();
    now(bot.get_updates()).unwrap()
}

#[test]
fn a_damaged_update_does_not_block_the_others() {
    let text = |text: &[u8]| {
        let head = r#"{"message_id":1,"date":1,"chat":{"id":1,"type":"private"},"text":""#;
        [head.as_bytes(), text, b"\"}"].concat()
    };
    for (damaged, read) in [
        (text(b"caf\xE9"), "caf\u{FFFD}"),
        (text(b"a\tb\x01\\u0002"), "a\tb\u{1}\u{2}"),
    ] {
        let updates = updates_with(&damaged);
        assert_eq!(updates.len(), 3);
        let Incoming::Parsed(update) = &updates[1] else {
            panic!("{updates:?}")
        };
        assert_eq!(update.message.as_ref().unwrap().text.as_deref(), Some(read));
    }
    for damaged in ["NaN", "[-Infinity]", r#"{"date":Infinity}"#] {
        let updates = updates_with(damaged.as_bytes());
        let numbers: Vec<_> = updates.iter().map(Incoming::sequence_id).collect();
        assert_eq!(numbers, [Some(1), Some(2), Some(3)]);
        assert!(matches!(updates[1], Incoming::Malformed(_)), "{damaged}");
    }
}

#[test]
fn a_constant_that_tells_nothing_apart_is_kept_as_it_came() {
    for currency in ["XTR", "EUR", ""] {
        let json = json!({
            "currency": currency, "total_amount": 1, "invoice_payload": "p",
            "telegram_payment_charge_id": "c",
        });
        let payment: RefundedPayment = read(json.clone());
        assert_eq!(payment.currency, currency);
        assert_eq!(serde_json::to_value(&payment).unwrap(), json);
    }
}

#[test]
fn flags_that_are_missing_as_a_whole_are_not_set() {
    let chat: ChatFullInfo = read(json!({"id": 1, "type": "private"}));
    assert_eq!(chat.accepted_gift_types, AcceptedGiftTypes::new());
    let rights = json!({"unlimited_gifts": true});
    let chat: ChatFullInfo = read(json!({"id": 1, "accepted_gift_types": rights}));
    assert!(chat.accepted_gift_types.unlimited_gifts);
}

#[test]
fn a_message_without_a_date_stays_what_it_is() {
    let chat = json!({"id": 1, "type": "private"});
    let mut values = vec![json!({"message_id": 1, "chat": chat})];
    for date in [json!(null), json!(0), json!(0.0), json!(7)] {
        values.push(json!({"message_id": 1, "chat": chat, "date": date, "text": "hi"}));
    }
    for value in values {
        let first: MaybeInaccessibleMessage = read(value.clone());
        let is_message = matches!(first, MaybeInaccessibleMessage::Message(_));
        assert_eq!(is_message, value["date"] == 7, "{value}");
        let second = read(serde_json::to_value(&first).unwrap());
        assert_eq!(first, second, "{value}");
    }
}
