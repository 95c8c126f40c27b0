//! What is refused before it is sent, and that nothing else is.

use generated::telegram::*;
use generated::{Limit, Problem, Request};

fn check(request: impl Request, expected: &str) {
    let found = request.validate().map_err(|invalid| invalid.to_string());
    let expected = match expected {
        "" => Ok(()),
        text => Err(text.to_owned()),
    };
    assert_eq!(found, expected);
}

#[test]
fn characters() {
    let send = |length| SendMessage::new(1, "x".repeat(length));
    check(send(4096), "");
    check(
        send(5000),
        "sendMessage: text has 5000 characters, at most 4096 are allowed",
    );
    check(
        send(0),
        "sendMessage: text has 0 characters, at least 1 is required",
    );
    check(SendPhoto::new(1, "p").caption(""), "");
    let caption = "é".repeat(1025);
    let why = "sendPhoto: caption has 1025 characters, at most 1024 are allowed";
    check(SendPhoto::new(1, "p").caption(caption), why);
}

#[test]
fn markup_and_emoji_do_not_make_a_text_too_long() {
    let marked = format!("<b>{}</b>", "x".repeat(4096));
    check(SendMessage::new(1, marked).parse_mode("HTML"), "");
    check(SendMessage::new(1, "\u{1f980}".repeat(4096)), "");
    check(SendMessage::new(1, format!("{}\n", "x".repeat(4096))), "");
    let options = [InputPollOption::new("<i>yes</i>".repeat(20)).text_parse_mode("HTML")];
    check(SendPoll::new(1, "Well?", options), "");
}

#[test]
fn bytes_numbers_and_items() {
    let invoice = |payload: &str| CreateInvoiceLink::new("t", "d", payload, "XTR", []);
    check(invoice(&"é".repeat(64)), "");
    let why = "createInvoiceLink: payload has 130 bytes, at most 128 are allowed";
    check(invoice(&"é".repeat(65)), why);
    check(
        GetUpdates::new().limit(101),
        "getUpdates: limit is 101, at most 100 are allowed",
    );
    check(
        GetUpdates::new().limit(0),
        "getUpdates: limit is 0, at least 1 is required",
    );
    let why = "sendLocation: horizontal_accuracy is 1500.5, at most 1500 are allowed";
    check(
        SendLocation::new(1, 0.0, 0.0).horizontal_accuracy(1500.5),
        why,
    );
    let why = "sendMediaGroup: media has 1 item, at least 2 are required";
    check(SendMediaGroup::new(1, [InputMediaPhoto::new("p")]), why);
    check(DeleteMessages::new(1, 1..=100), "");
}

#[test]
fn what_is_required_only_if() {
    let edit = || EditMessageText::new("t");
    let why = "editMessageText: chat_id is missing, required if inline_message_id is not specified";
    check(edit(), why);
    check(edit().inline_message_id("i"), "");
    check(edit().chat_id(1).message_id(2), "");
    let why = "answerPreCheckoutQuery: error_message is missing, required if ok is false";
    check(AnswerPreCheckoutQuery::new("id", false), why);
    check(AnswerPreCheckoutQuery::new("id", true), "");
    let why = "sendGift: user_id is missing, required if chat_id is not specified";
    check(SendGift::new("gift"), why);
    check(SendGift::new("gift").chat_id("@cats"), "");
}

#[test]
fn what_lies_inside() {
    let button = |data: &str| InlineKeyboardButton::new("Go").callback_data(data);
    let rows = [vec![button("a"), button(&"b".repeat(65))]];
    let request = SendMessage::new(1, "t").reply_markup(InlineKeyboardMarkup::new(rows));
    let invalid = request.validate().unwrap_err();
    assert_eq!(invalid.method, "sendMessage");
    assert_eq!(
        invalid.path,
        "reply_markup.inline_keyboard[0][1].callback_data"
    );
    assert!(matches!(
        invalid.problem,
        Problem::Size {
            found: 65,
            limit: Limit::AtMost(64),
            ..
        }
    ));
    let options = ["yes", &"n".repeat(101)].map(InputPollOption::new);
    let why = "sendPoll: options[1].text has 101 characters, at most 100 are allowed";
    check(SendPoll::new(1, "Well?", options), why);
}

#[test]
fn a_server_of_your_own_may_allow_more() {
    let bot = Bot::new("42:token");
    let own = bot.clone().with_base_url("http://localhost:8081");
    let ask = |bot: &Bot, number| {
        let request = bot.set_webhook("https://bot.example/hook");
        let invalid = request.max_connections(number).validate().err();
        invalid.map(|invalid| invalid.to_string())
    };
    let why = "setWebhook: max_connections is 101, at most 100 are allowed";
    assert_eq!(ask(&bot, 100), None);
    assert_eq!(ask(&bot, 101).as_deref(), Some(why));
    let slash = bot.clone().with_base_url(format!("{}/", bot.base_url()));
    assert_eq!(ask(&slash, 101).as_deref(), Some(why));
    assert_eq!(ask(&own, 100_000), None);
    let why = "setWebhook: max_connections is 100001, at most 100000 are allowed";
    assert_eq!(ask(&own, 100_001).as_deref(), Some(why));

    // A request without a bot may go to either, and is not refused for what one of them allows.
    let request = SetWebhook::new("http://localhost/hook").max_connections(100_000);
    check(request.clone(), "");
    assert!(request.validate_for(bot.server_kind()).is_err());
    assert!(request.validate_for(own.server_kind()).is_ok());
}
