//! Responses: every method of every API answers as its schema says, and refers to its call.

use std::path::Path;

use fake_server::{Api, Options, Server};
use schema::schema::Method;
use schema::ty::Type;
use serde_json::{Value, json};

use crate::client::{Part, Reply, call_form, call_method, start_server};

/// Calls a method with example parameters, and a file where it takes nothing else.
async fn try_method(server: &Server, api: &Api, method: &Method, all: bool) -> Reply {
    let params = api.example_params(method, all);
    let is_file = |name: &str| {
        let param = method.params.iter().find(|param| param.name == name);
        param.is_some_and(|param| param.ty == Type::InputFile)
    };
    let text = |value: &Value| match value {
        Value::String(text) => text.clone(),
        other => other.to_string(),
    };
    let texts: Vec<(&String, String)> = params.iter().map(|(n, v)| (n, text(v))).collect();
    let parts = texts.iter().map(|(name, text)| match is_file(name) {
        true => Part::File(name, "a.png", b"contents"),
        false => Part::Text(name, text),
    });
    let parts: Vec<Part<'_>> = parts.collect();
    let reply = call_form(server, &method.name, &parts).await;
    // A webhook that is set keeps others from their updates.
    call_method(server, "deleteWebhook", json!({})).await;
    reply
}

async fn every_method(name: &str) {
    let (server, api) = (start_server(name).await, Api::named(name).unwrap());
    for method in api.methods() {
        for all in [false, true] {
            let reply = try_method(&server, &api, method, all).await;
            let result = reply.result();
            let returns = method.returns.as_ref().unwrap();
            let checked = api.check(returns, &result);
            assert_eq!(checked, Ok(()), "{}: {result}", method.name);
        }
    }
}

#[tokio::test]
async fn every_method_of_telegram() {
    every_method("telegram").await;
}

#[tokio::test]
async fn every_method_of_safew() {
    every_method("safew").await;
}

/// An API whose names are all that could be tripped over, and that has nothing of Telegram's.
#[tokio::test]
async fn every_method_of_an_api_unlike_any() {
    let apis = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../generator/tests/it");
    let api = Api::load(&apis, "odd").unwrap();
    let server = Server::start(api.clone(), Options::default())
        .await
        .unwrap();
    // Those with a path of their own are called in `call_format`.
    for method in api.methods().filter(|method| method.http.is_none()) {
        for all in [false, true] {
            // One of its parameters has a range that holds no number.
            let all = all && method.name != "keepWithin";
            let result = try_method(&server, &api, method, all).await.result();
            let returns = method.returns.clone().unwrap_or(Type::True);
            assert_eq!(
                api.check(&returns, &result),
                Ok(()),
                "{}: {result}",
                method.name
            );
        }
    }
    assert!(server.push_message(1, "t").is_err());
}

#[tokio::test]
async fn every_type_of_telegram_has_an_example() {
    let api = Api::named("telegram").unwrap();
    for method in api.methods() {
        for name in method.params.iter().flat_map(|param| param.ty.names()) {
            let ty = Type::named(name);
            assert_eq!(api.check(&ty, &api.example(&ty)), Ok(()), "{name}");
        }
    }
    let rich = Type::named("RichText");
    assert_eq!(api.check(&rich, &api.example(&rich)), Ok(()));
    let wrong = json!({"type": "bold"});
    assert!(api.check(&rich, &wrong).is_err());
}

#[tokio::test]
async fn an_answer_speaks_of_its_call() {
    let server = start_server("telegram").await;
    let first = json!({"chat_id": -5, "text": "one", "message_thread_id": 3});
    let first = call_method(&server, "sendMessage", first).await.result();
    assert_eq!(first["text"], "one");
    assert_eq!(first["message_thread_id"], 3);
    assert_eq!(
        first["chat"],
        json!({"id": -5, "type": "supergroup", "title": "A group"})
    );
    assert_eq!(first["from"]["is_bot"], true);
    let second = call_method(
        &server,
        "sendDice",
        json!({"chat_id": "@cats", "emoji": "🎯"}),
    )
    .await;
    let second = second.result();
    assert_eq!(second["dice"]["emoji"], "🎯");
    assert_eq!(second["chat"]["username"], "cats");
    assert_ne!(second["message_id"], first["message_id"]);

    let edit = json!({"chat_id": 5, "message_id": first["message_id"], "text": "two"});
    let edited = call_method(&server, "editMessageText", edit).await.result();
    assert_eq!(
        (&edited["message_id"], &edited["text"]),
        (&first["message_id"], &json!("two"))
    );
    assert!(edited["edit_date"].is_i64());
    let inline = json!({"inline_message_id": "i", "text": "two"});
    assert_eq!(
        call_method(&server, "editMessageText", inline)
            .await
            .result(),
        json!(true)
    );

    let copy = json!({"chat_id": 1, "from_chat_id": 2, "message_ids": [70, 71]});
    let copies = call_method(&server, "copyMessages", copy).await.result();
    assert_eq!(copies.as_array().unwrap().len(), 2);
    assert_ne!(copies[0]["message_id"], copies[1]["message_id"]);
    // A parameter that is not there stands for its default.
    let dice = call_method(&server, "sendDice", json!({"chat_id": 1})).await;
    assert_eq!(dice.result()["dice"]["emoji"], "🎲");
    let place = json!({"chat_id": 1, "latitude": 1.5, "longitude": -2});
    let place = call_method(&server, "sendLocation", place).await.result();
    assert_eq!(place["location"], json!({"latitude": 1.5, "longitude": -2}));
    let member = call_method(
        &server,
        "getChatMember",
        json!({"chat_id": 1, "user_id": 77}),
    )
    .await;
    assert_eq!(member.result()["user"]["id"], 77);
    let chat = call_method(&server, "getChat", json!({"chat_id": -9}))
        .await
        .result();
    assert_eq!(
        (&chat["id"], &chat["type"]),
        (&json!(-9), &json!("supergroup"))
    );
}
