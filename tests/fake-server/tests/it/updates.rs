//! Updates by polling: what is confirmed, who waits, and who is turned away.

use std::time::{Duration, Instant};

use fake_server::Server;
use serde_json::{Value, json};

use crate::client::{call_method, start_server};

fn push_update(server: &Server, kind: &str) -> i64 {
    server.push_update(json!({ kind: {} })).unwrap()
}

async fn poll_numbers(server: &Server, params: Value) -> Vec<i64> {
    let updates = call_method(server, "getUpdates", params).await.result();
    let updates = updates.as_array().unwrap().iter();
    updates
        .map(|update| update["update_id"].as_i64().unwrap())
        .collect()
}

#[tokio::test]
async fn an_offset_confirms_what_is_below_it() {
    let server = start_server("telegram").await;
    let ids: Vec<i64> = (0..5).map(|_| push_update(&server, "message")).collect();
    assert_eq!(poll_numbers(&server, json!({})).await, ids);
    assert_eq!(poll_numbers(&server, json!({"limit": 2})).await, ids[..2]);
    assert_eq!(
        poll_numbers(&server, json!({"offset": ids[2]})).await,
        ids[2..]
    );
    assert_eq!(poll_numbers(&server, json!({"offset": 0})).await, ids[2..]);
    assert_eq!(poll_numbers(&server, json!({"offset": -1})).await, ids[4..]);
    assert_eq!(poll_numbers(&server, json!({})).await, ids[4..]);
    assert_eq!(
        poll_numbers(&server, json!({"offset": ids[4] + 1})).await,
        Vec::<i64>::new()
    );
    assert_eq!(push_update(&server, "message"), ids[4] + 1);
    let own = json!({"update_id": 1000, "message": {}});
    assert_eq!(server.push_update(own).unwrap(), 1000);
    assert_eq!(push_update(&server, "message"), 1001);
    assert_eq!(poll_numbers(&server, json!({"offset": -9})).await.len(), 3);
}

#[tokio::test]
async fn only_what_is_wanted() {
    let server = start_server("telegram").await;
    let message = push_update(&server, "message");
    let member = push_update(&server, "chat_member");
    let query = push_update(&server, "callback_query");
    assert_eq!(poll_numbers(&server, json!({})).await, [message, query]);
    let kinds = json!({"allowed_updates": ["chat_member", "message"]});
    assert_eq!(poll_numbers(&server, kinds).await, [message, member]);
    // The last word holds until there is another.
    assert_eq!(
        poll_numbers(&server, json!({"offset": member})).await,
        [member]
    );
    assert_eq!(
        poll_numbers(&server, json!({"allowed_updates": []})).await,
        [query]
    );
}

#[tokio::test]
async fn a_poll_waits_for_an_update() {
    let server = start_server("telegram").await;
    let start = Instant::now();
    assert_eq!(
        poll_numbers(&server, json!({"timeout": 1})).await,
        Vec::<i64>::new()
    );
    let waited = start.elapsed();
    assert!(waited >= Duration::from_millis(950), "{waited:?}");
    let start = Instant::now();
    let (ids, id) = tokio::join!(poll_numbers(&server, json!({"timeout": 30})), async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        server.push_message(42, "Hello!").unwrap()
    });
    assert_eq!(ids, [id]);
    assert!(start.elapsed() < Duration::from_secs(10));
}

#[tokio::test]
async fn a_second_poll_ends_the_first() {
    let server = start_server("telegram").await;
    let first = call_method(&server, "getUpdates", json!({"timeout": 30}));
    let second = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        call_method(&server, "getUpdates", json!({})).await.result()
    };
    let (first, _) = tokio::join!(first, second);
    let (code, description) = first.refusal();
    assert_eq!(code, 409);
    assert!(
        description.starts_with("Conflict: terminated by other getUpdates"),
        "{description}"
    );
}

#[tokio::test]
async fn a_webhook_ends_polling() {
    let server = start_server("telegram").await;
    let url = json!({"url": "https://bot.example/hook"});
    let first = call_method(&server, "getUpdates", json!({"timeout": 30}));
    let second = async {
        tokio::time::sleep(Duration::from_millis(100)).await;
        call_method(&server, "setWebhook", url).await.result()
    };
    let (first, _) = tokio::join!(first, second);
    let expected = "Conflict: terminated by setWebhook request";
    assert_eq!(first.refusal(), (409, expected.to_owned()));
    let (code, _) = call_method(&server, "getUpdates", json!({}))
        .await
        .refusal();
    assert_eq!(code, 409);
    call_method(&server, "deleteWebhook", json!({}))
        .await
        .result();
    assert_eq!(poll_numbers(&server, json!({})).await, Vec::<i64>::new());
}

#[tokio::test]
async fn each_token_has_its_own() {
    let server = start_server("telegram").await;
    server
        .push_update_to("7:other", json!({"message": {}}))
        .unwrap();
    assert_eq!(poll_numbers(&server, json!({})).await, Vec::<i64>::new());
    let error = server.push_update(json!([])).unwrap_err();
    assert_eq!(error.to_string(), "an update is a JSON object");
}

#[tokio::test]
async fn a_message_is_as_the_schema_says() {
    for name in ["telegram", "safew"] {
        let server = start_server(name).await;
        server.push_message(-42, "Hello!").unwrap();
        let updates = call_method(&server, "getUpdates", json!({})).await.result();
        let api = fake_server::Api::named(name).unwrap();
        let ty = "Array<Update>".parse().unwrap();
        assert_eq!(api.check(&ty, &updates), Ok(()));
        assert_eq!(updates[0]["message"]["text"], "Hello!");
        assert_eq!(updates[0]["message"]["chat"]["type"], "supergroup");
    }
}
