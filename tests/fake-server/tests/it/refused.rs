//! Every kind of wrong call, and what the server says of it.

use serde_json::{Value, json};

use fake_server::{Api, Options, Server};

use crate::client::{
    Part, call_form, call_get, call_method, form_request, get_request, last_call, method_path,
    post_request, send_request, start_server,
};

/// Calls a method that is refused. Where the real server has words of its own for the reason, ours
/// stand in the record.
async fn assert_refused(server: &Server, method: &str, params: Value, expected: &str) {
    let (code, description) = call_method(server, method, params).await.refusal();
    let ours = format!("{method}: {expected}");
    let error = last_call(server).error.unwrap();
    let known = [
        format!("Bad Request: {ours}"),
        format!("{description} ({ours})"),
    ];
    assert!(code == 400 && known.contains(&error), "{error}");
}

#[tokio::test]
async fn names_and_presence() {
    let server = start_server("telegram").await;
    let api = Api::named("telegram").unwrap();
    let method = api.method("sendMessage").unwrap();
    let mut params = method.params.iter();
    let required = &params.find(|param| param.required).unwrap().name;
    let mut without = json!({"chat_id": 1, "text": "t"});
    without.as_object_mut().unwrap().remove(required);
    let why = format!("{required} is missing");
    assert_refused(&server, "sendMessage", without, &why).await;
    let typo = json!({"chat_id": 1, "text": "t", "parsemode": "HTML"});
    let why = "parsemode is no parameter of sendMessage, did you mean `parse_mode`?";
    assert_refused(&server, "sendMessage", typo, why).await;
    let case = json!({"chat_id": 1, "text": "t", "PARSE_MODE": "HTML"});
    let why = "PARSE_MODE is no parameter of sendMessage, did you mean `parse_mode`?";
    assert_refused(&server, "sendMessage", case, why).await;
    let far = json!({"chat_id": 1, "text": "t", "colour": "red"});
    let why = "colour is no parameter of sendMessage";
    assert_refused(&server, "sendMessage", far, why).await;
    let typo = json!({"chat_id": 1, "text": "t", "entities": [{"type": "bold", "offset": 0}]});
    assert_refused(
        &server,
        "sendMessage",
        typo,
        "entities[0].length is missing",
    )
    .await;
    let inline = json!({"text": "t"});
    let why = "chat_id is missing, required if inline_message_id is not specified";
    assert_refused(&server, "editMessageText", inline, why).await;
}

#[tokio::test]
async fn types() {
    let server = start_server("telegram").await;
    let with = |name: &str, value: Value| {
        let mut params = json!({"chat_id": 1, "text": "t"});
        params[name] = value;
        params
    };
    for (name, value, why) in [
        (
            "chat_id",
            json!(1.5),
            "chat_id must be Integer | String, not 1.5",
        ),
        ("text", json!(5), "text must be String, not 5"),
        ("text", Value::Null, "text must be String, not null"),
        (
            "protect_content",
            json!("true"),
            r#"protect_content must be Boolean, not "true""#,
        ),
        (
            "entities",
            json!({}),
            "entities must be Array<MessageEntity>, not {}",
        ),
        (
            "entities",
            json!([1]),
            "entities[0] must be MessageEntity, not 1",
        ),
        (
            "reply_parameters",
            json!([]),
            "reply_parameters must be ReplyParameters, not []",
        ),
        (
            "reply_markup",
            json!({"inline_keyboard": [[{"text": 1}]]}),
            "reply_markup.inline_keyboard[0][0].text must be String, not 1",
        ),
        (
            "reply_markup",
            json!({"keyboard": [["a", 1]]}),
            "reply_markup.keyboard[0][1] must be KeyboardButton | String, not 1",
        ),
        (
            "reply_markup",
            json!({"keyboard": [["a", {"text": "b"}]], "resize_keyboard": 1}),
            "reply_markup.resize_keyboard must be Boolean, not 1",
        ),
    ] {
        assert_refused(&server, "sendMessage", with(name, value), why).await;
    }
    let location = json!({"chat_id": 1, "latitude": "north", "longitude": 2});
    let why = r#"latitude must be Float, not "north""#;
    assert_refused(&server, "sendLocation", location, why).await;
    let media = json!({"chat_id": 1, "media": [{"type": "photo", "media": "a"}, {"media": "b"}]});
    let why = "media[1].type is missing, it must be one of \"audio\", \"document\", \
               \"live_photo\", \"photo\", \"video\"";
    assert_refused(&server, "sendMediaGroup", media, why).await;
}

#[tokio::test]
async fn texts_that_are_no_values() {
    let server = start_server("telegram").await;
    for (query, why) in [
        (
            "message_id=x&chat_id=1",
            r#"message_id must be Integer, not "x""#,
        ),
        (
            "message_id=1.5&chat_id=1",
            r#"message_id must be Integer, not "1.5""#,
        ),
        ("message_id=1&chat_id=1&chat_id=2", "chat_id is given twice"),
    ] {
        let reply = call_get(&server, &format!("deleteMessage?{query}")).await;
        let expected = format!("Bad Request: deleteMessage: {why}");
        assert_eq!(reply.refusal(), (400, expected));
    }
    let reply = call_get(&server, "deleteMessages?chat_id=1&message_ids=[1,").await;
    let (_, description) = reply.refusal();
    let start = "Bad Request: deleteMessages: message_ids must be the JSON of Array<Integer>: ";
    assert!(description.starts_with(start), "{description}");
}

#[tokio::test]
async fn facts() {
    let server = start_server("telegram").await;
    let long = |text: &str, count| json!({"chat_id": 1, "text": text.repeat(count)});
    call_method(&server, "sendMessage", long("🦀", 4096))
        .await
        .result();
    let why = "text has 4097 characters, at most 4096 are allowed";
    assert_refused(&server, "sendMessage", long("é", 4097), why).await;
    let why = "text has 0 characters, at least 1 are required";
    assert_refused(&server, "sendMessage", long("", 1), why).await;
    let mut marked = long("<b>x</b>", 2000);
    marked["parse_mode"] = "HTML".into();
    call_method(&server, "sendMessage", marked).await.result();
    let button = json!({"text": "t", "callback_data": "é".repeat(33)});
    let markup =
        json!({"chat_id": 1, "text": "t", "reply_markup": {"inline_keyboard": [[button]]}});
    let why = "reply_markup.inline_keyboard[0][0].callback_data has 66 bytes, \
               at most 64 are allowed";
    assert_refused(&server, "sendMessage", markup, why).await;
    let why = "limit is 101, at most 100 is allowed";
    assert_refused(&server, "getUpdates", json!({"limit": 101}), why).await;
    let why = "message_ids has 0 items, at least 1 are required";
    let none = json!({"chat_id": 1, "message_ids": []});
    assert_refused(&server, "deleteMessages", none, why).await;
    let mode = json!({"chat_id": 1, "text": "t", "parse_mode": "bbcode"});
    let why = r#"parse_mode is "bbcode", not one of "MarkdownV2", "HTML", "Markdown""#;
    assert_refused(&server, "sendMessage", mode, why).await;
}

#[tokio::test]
async fn files_that_are_not_there() {
    let server = start_server("telegram").await;
    let photo = json!({"chat_id": 1, "photo": "attach://x"});
    let why = "photo refers to the file `x`, which is not uploaded with the request";
    assert_refused(&server, "sendPhoto", photo, why).await;
    let photo = json!({"chat_id": 1, "photo": "file-1"});
    let why = r#"photo must be an uploaded file, not "file-1""#;
    assert_refused(&server, "setChatPhoto", photo, why).await;
    let parts = [
        Part::Text("chat_id", "1"),
        Part::Text("text", "t"),
        Part::File("stray", "a.png", b"a"),
    ];
    let (code, description) = call_form(&server, "sendMessage", &parts).await.refusal();
    let expected = "Bad Request: sendMessage: nothing refers to the file `stray`";
    assert_eq!((code, description.as_str()), (400, expected));
}

#[tokio::test]
async fn bodies() {
    let server = start_server("telegram").await;
    let path = method_path(&server, "getMe");
    for (kind, body, why) in [
        ("application/json", "{", "can't parse JSON: "),
        (
            "application/json",
            "[]",
            "can't parse JSON: it is no object",
        ),
        (
            "text/plain",
            "a=b",
            "a body can't be of the type `text/plain`",
        ),
        ("multipart/form-data", "a", "can't parse the form: "),
        (
            "multipart/form-data; boundary=b",
            "a",
            "can't parse the form: ",
        ),
    ] {
        let reply = send_request(
            server.address(),
            &post_request(&path, kind, body.as_bytes()),
        )
        .await;
        let (code, description) = reply.unwrap().refusal();
        assert_eq!(code, 400);
        assert!(
            description.starts_with(&format!("Bad Request: {why}")),
            "{description}"
        );
    }
    let cut = form_request(&path, &[Part::Text("a", "b")]);
    let mut cut = String::from_utf8(cut).unwrap();
    cut = cut.replace("a-boundary--", "no-boundary-");
    let (code, _) = send_request(server.address(), cut.as_bytes())
        .await
        .unwrap()
        .refusal();
    assert_eq!(code, 400);
}

#[tokio::test]
async fn tokens_and_addresses() {
    let api = Api::named("telegram").unwrap();
    let options = Options {
        tokens: vec!["1:right".to_owned()],
        ..Options::default()
    };
    let server = Server::start(api, options).await.unwrap();
    for (path, code, words) in [
        ("/bot1:wrong/getMe", 401, "Unauthorized"),
        ("/bot1:/getMe", 401, "Unauthorized"),
        ("/botabc/getMe", 404, "Not Found"),
        ("/botx:y/getMe", 404, "Not Found"),
        ("/getMe", 404, "Not Found"),
        ("/nobot/getMe", 404, "Not Found"),
        ("/file/bot1:right/files/none", 404, "Not Found"),
        ("/file/bot1:wrong/files/sample.txt", 401, "Unauthorized"),
    ] {
        let reply = send_request(server.address(), &get_request(path))
            .await
            .unwrap();
        assert_eq!(reply.refusal(), (code, words.to_owned()), "{path}");
    }
    send_request(server.address(), &get_request("/bot1:right/getMe"))
        .await
        .unwrap()
        .result();
    send_request(server.address(), &get_request("/bot1%3Aright/getMe"))
        .await
        .unwrap()
        .result();
    assert_eq!(server.calls().len(), 2);
    let put = String::from_utf8(get_request("/bot1:right/getMe")).unwrap();
    let put = put.replace("GET", "PUT");
    let reply = send_request(server.address(), put.as_bytes())
        .await
        .unwrap();
    assert_eq!(reply.refusal().0, 405);
}

#[tokio::test]
async fn lenient_is_as_the_real_server() {
    let api = Api::named("telegram").unwrap();
    let options = Options {
        lenient: true,
        ..Options::default()
    };
    let server = Server::start(api, options).await.unwrap();
    let params = json!({"chat_id": "5", "text": "t", "colour": "red", "protect_content": "true"});
    let message = call_method(&server, "sendMessage", params).await.result();
    assert_eq!(message["chat"]["id"], 5);
    // What it ignores is not in the answer.
    let button = json!({"text": "b", "callback_data": "x", "hide": false});
    let params =
        json!({"chat_id": 5, "text": "t", "reply_markup": {"inline_keyboard": [[button]]}});
    let message = call_method(&server, "sendMessage", params).await.result();
    let expected = json!({"inline_keyboard": [[{"text": "b", "callback_data": "x"}]]});
    assert_eq!(message["reply_markup"], expected);
    let (code, _) = call_method(&server, "sendMessage", json!({"chat_id": 1}))
        .await
        .refusal();
    assert_eq!(code, 400);
}

#[tokio::test]
async fn only_this_machine() {
    let api = Api::named("telegram").unwrap();
    let options = Options {
        address: "0.0.0.0:0".parse().unwrap(),
        ..Options::default()
    };
    let error = Server::start(api, options).await.unwrap_err();
    assert_eq!(error.to_string(), "0.0.0.0 is no loopback address");
}
