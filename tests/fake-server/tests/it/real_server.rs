//! Behaviour of the real server that its page does not state, or states in prose alone.

use fake_server::Server;
use serde_json::{Value, json};

use crate::client::{Reply, call_get, call_method, last_call, start_server};

/// Sends a message with these parameters beside the chat and the text.
async fn send_with(server: &Server, others: Value) -> Reply {
    let mut params = json!({"chat_id": 1, "text": "t"});
    for (name, value) in others.as_object().unwrap() {
        params[name] = value.clone();
    }
    call_method(server, "sendMessage", params).await
}

fn inline_keyboard(button: Value) -> Value {
    json!({"reply_markup": {"inline_keyboard": [[button]]}})
}

async fn assert_words(server: &Server, method: &str, params: Value, words: &str) {
    let (code, description) = call_method(server, method, params).await.refusal();
    let expected = format!("Bad Request: {words}");
    assert_eq!((code, description.as_str()), (400, expected.as_str()));
}

#[tokio::test]
async fn get_me_tells_every_flag_of_the_bot() {
    for api in ["telegram", "safew"] {
        let server = start_server(api).await;
        let me = call_method(&server, "getMe", json!({})).await.result();
        let api = fake_server::Api::named(api).unwrap();
        let flags = api.type_def("User").unwrap().fields().iter();
        let flags = flags.filter(|field| field.ty.to_string() == "Boolean");
        for flag in flags {
            assert!(me[&flag.name].is_boolean(), "{}: {me}", flag.name);
        }
        let sent = send_with(&server, json!({})).await.result();
        assert_eq!(sent["from"].get("can_join_groups"), None, "{sent}");
    }
}

#[tokio::test]
async fn a_private_chat_has_a_first_name() {
    let server = start_server("telegram").await;
    server.push_message(42, "Hello!").unwrap();
    let pushed = server.pending_updates().remove(0);
    let sent = send_with(&server, json!({})).await.result();
    let chat = call_method(&server, "getChat", json!({"chat_id": 5}))
        .await
        .result();
    for chat in [&pushed["message"]["chat"], &sent["chat"], &chat] {
        assert_eq!(chat["type"], "private", "{chat}");
        assert!(chat["first_name"].is_string(), "{chat}");
        assert_eq!(chat.get("title"), None);
    }
}

#[tokio::test]
async fn parse_modes_in_any_case() {
    let server = start_server("telegram").await;
    for mode in ["html", "HTML", "MARKDOWNv2", "markdown"] {
        send_with(&server, json!({"parse_mode": mode}))
            .await
            .result();
    }
    let (_, words) = send_with(&server, json!({"parse_mode": "bbcode"}))
        .await
        .refusal();
    assert_eq!(words, "Bad Request: unsupported parse_mode");
}

#[tokio::test]
async fn an_empty_member_is_as_if_it_were_not_there() {
    let server = start_server("telegram").await;
    let empty = "parse_mode=&reply_markup=&entities=&message_thread_id=&disable_notification=";
    let query = format!("sendMessage?chat_id=1&text=t&{empty}");
    call_get(&server, &query).await.result();
    let params = last_call(&server).params;
    assert_eq!(Value::from(params), json!({"chat_id": 1, "text": "t"}));
    send_with(&server, json!({"parse_mode": "", "entities": ""}))
        .await
        .result();
    // Deeper as well, but only where nothing else is meant by it.
    let both = json!({"text": "b", "url": "https://a.example", "callback_data": ""});
    send_with(&server, inline_keyboard(both)).await.result();
    let query = json!({"text": "b", "switch_inline_query": ""});
    let sent = send_with(&server, inline_keyboard(query)).await.result();
    let button = &sent["reply_markup"]["inline_keyboard"][0][0];
    assert_eq!(button["switch_inline_query"], "");
    let caption = json!({"chat_id": 1, "message_id": 2, "caption": ""});
    call_method(&server, "editMessageCaption", caption)
        .await
        .result();
    assert_eq!(last_call(&server).params["caption"], "");
}

#[tokio::test]
async fn options_of_a_poll_as_texts() {
    let server = start_server("telegram").await;
    let poll = |options: Value| json!({"chat_id": 1, "question": "q", "options": options});
    for options in [json!(["a", "b"]), json!([{"text": "a"}, "b"])] {
        let sent = call_method(&server, "sendPoll", poll(options)).await;
        sent.result();
    }
    let long = poll(json!(["a", "b".repeat(101)]));
    let words = "sendPoll: options[1].text has 101 characters, at most 100 are allowed";
    assert_words(&server, "sendPoll", long, words).await;
}

#[tokio::test]
async fn whole_numbers_in_any_notation_up_to_64_bits() {
    let server = start_server("telegram").await;
    let params = json!({"chat_id": -219.0, "text": "t", "reply_parameters": {"message_id": 7.0}});
    let sent = call_method(&server, "sendMessage", params).await.result();
    assert_eq!(sent["chat"]["id"], -219);
    let params = last_call(&server).params;
    assert_eq!(params["reply_parameters"], json!({"message_id": 7}));
    call_get(&server, "deleteMessage?chat_id=1&message_id=219.0")
        .await
        .result();
    assert_eq!(last_call(&server).params["message_id"], 219);
    for number in [json!(i64::MAX as u64 + 1), json!(1e19), json!(7.5)] {
        let reply = json!({"reply_parameters": {"message_id": number}});
        let (_, words) = send_with(&server, reply).await.refusal();
        let start = "Bad Request: sendMessage: reply_parameters.message_id must be Integer, not ";
        assert!(words.starts_with(start), "{words}");
    }
    let query = "deleteMessage?chat_id=1&message_id=9223372036854775808";
    assert_eq!(call_get(&server, query).await.status, 400);
}

#[tokio::test]
async fn a_chat_is_a_number_or_a_name_with_an_at_sign() {
    let server = start_server("telegram").await;
    let sent = |chat: Value| json!({"chat_id": chat, "text": "t"});
    for chat in [json!("durov"), json!("@"), json!(0), json!("0")] {
        assert_words(&server, "sendMessage", sent(chat), "chat not found").await;
    }
    for missing in [json!({"text": "t"}), sent(json!(""))] {
        assert_words(&server, "sendMessage", missing, "chat_id is empty").await;
    }
    let reply = json!({"reply_parameters": {"message_id": 1, "chat_id": "durov"}});
    let (_, words) = send_with(&server, reply).await.refusal();
    assert_eq!(words, "Bad Request: chat not found");
    let number = call_method(&server, "sendMessage", sent(json!("-5"))).await;
    assert_eq!(number.result()["chat"]["id"], -5);
    assert_eq!(last_call(&server).params["chat_id"], -5);
}

#[tokio::test]
async fn blanks_are_no_text() {
    let server = start_server("telegram").await;
    let sent = |text: &str| json!({"chat_id": 1, "text": text});
    let words = "message text is empty";
    assert_words(&server, "sendMessage", sent(""), words).await;
    assert_words(&server, "sendMessage", json!({"chat_id": 1}), words).await;
    let words = "text must be non-empty";
    assert_words(&server, "sendMessage", sent(" \n\u{a0}\t"), words).await;
}

#[tokio::test]
async fn an_inline_button_does_one_thing() {
    let server = start_server("telegram").await;
    let words = "Bad Request: can't parse inline keyboard button: \
                 Text buttons are unallowed in the inline keyboard";
    for button in [
        json!({"text": "b"}),
        json!({"text": "b", "callback_data": ""}),
        json!({"text": "b", "style": "primary"}),
    ] {
        let (_, found) = send_with(&server, inline_keyboard(button)).await.refusal();
        assert_eq!(found, words);
    }
    let two = json!({"text": "b", "url": "https://a.example", "callback_data": "x"});
    let (_, found) = send_with(&server, inline_keyboard(two)).await.refusal();
    let words = "Bad Request: sendMessage: reply_markup.inline_keyboard[0][0] has url and \
                 callback_data, only one of them is allowed";
    assert_eq!(found, words);
}

#[tokio::test]
async fn albums_of_one_kind() {
    let server = start_server("telegram").await;
    let album = |kinds: &[&str]| {
        let media = kinds.iter().map(|kind| json!({"type": kind, "media": "f"}));
        json!({"chat_id": 1, "media": media.collect::<Vec<_>>()})
    };
    for kinds in [["photo", "video"], ["audio", "audio"]] {
        let sent = call_method(&server, "sendMediaGroup", album(&kinds)).await;
        sent.result();
    }
    for (kinds, words) in [
        (
            ["photo", "document"],
            "document can't be mixed with other media types",
        ),
        (
            ["audio", "video"],
            "audio can't be mixed with other media types",
        ),
    ] {
        assert_words(&server, "sendMediaGroup", album(&kinds), words).await;
    }
}

#[tokio::test]
async fn its_words_for_refusals_and_the_detail_in_the_record() {
    let server = start_server("telegram").await;
    for (method, params, words, detail) in [
        (
            "sendMessage",
            json!({"chat_id": 1, "text": "a".repeat(4097)}),
            "message is too long",
            "sendMessage: text has 4097 characters, at most 4096 are allowed",
        ),
        (
            "editMessageText",
            json!({"chat_id": 1, "message_id": 1, "text": "a".repeat(4097)}),
            "MESSAGE_TOO_LONG",
            "editMessageText: text has 4097 characters, at most 4096 are allowed",
        ),
        (
            "sendPhoto",
            json!({"chat_id": 1, "photo": "f", "caption": "a".repeat(1025)}),
            "message caption is too long",
            "sendPhoto: caption has 1025 characters, at most 1024 are allowed",
        ),
        (
            "sendVideoNote",
            json!({"chat_id": 1}),
            "there is no video note in the request",
            "sendVideoNote: video_note is missing",
        ),
        (
            "deleteMessage",
            json!({"chat_id": 1}),
            "message identifier is not specified",
            "deleteMessage: message_id is missing",
        ),
        (
            "editMessageText",
            json!({"text": "t"}),
            "message identifier is not specified",
            "editMessageText: chat_id is missing, required if inline_message_id is not specified",
        ),
    ] {
        assert_words(&server, method, params, words).await;
        let expected = format!("Bad Request: {words} ({detail})");
        assert_eq!(last_call(&server).error.unwrap(), expected);
    }
    let unknown = call_method(&server, "sendMesage", json!({})).await;
    let words = "Not Found: method not found";
    assert_eq!(unknown.refusal(), (404, words.to_owned()));
    let hint = format!("{words} (did you mean `sendMessage`?)");
    assert_eq!(last_call(&server).error.unwrap(), hint);
}
