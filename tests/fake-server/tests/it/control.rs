//! Control over HTTP.

use serde_json::json;

use crate::client::{call_method, get_request, post_control, send_request, start_server};

#[tokio::test]
async fn updates_in_every_form() {
    let server = start_server("telegram").await;
    let one = post_control(&server, "updates", r#"{"update_id": 5, "message": {}}"#).await;
    assert_eq!(one.json(), json!({"update_ids": [5]}));
    let list = post_control(&server, "updates", r#"[{"message": {}}, {"poll": {}}]"#).await;
    assert_eq!(list.json(), json!({"update_ids": [6, 7]}));
    let lines = post_control(&server, "updates", "{\"message\": {}}\n{\"message\": {}}\n").await;
    assert_eq!(lines.json(), json!({"update_ids": [8, 9]}));
    let text = post_control(&server, "messages", r#"{"chat_id": 1, "text": "t"}"#).await;
    assert_eq!(text.json(), json!({"update_ids": [10]}));
    assert_eq!(server.pending_updates().len(), 6);
    let other = post_control(&server, "updates?token=7:other", r#"{"message": {}}"#).await;
    assert_eq!(other.status, 200);
    assert_eq!(server.pending_updates().len(), 6);
}

#[tokio::test]
async fn faults_and_calls() {
    let server = start_server("telegram").await;
    let fault = r#"{"kind": "status", "status": 502, "method": "getMe", "effect": "after"}"#;
    post_control(&server, "faults", fault).await;
    assert_eq!(call_method(&server, "getMe", json!({})).await.status, 502);
    call_method(&server, "getMyName", json!({})).await.result();
    let calls = send_request(
        server.address(),
        &get_request("/control/calls?method=getme"),
    )
    .await
    .unwrap();
    let calls = calls.json();
    assert_eq!(calls["calls"].as_array().unwrap().len(), 1);
    assert_eq!(
        (&calls["calls"][0]["status"], &calls["received"]),
        (&json!(502), &json!(2))
    );
    let after = send_request(server.address(), &get_request("/control/calls?after=1"))
        .await
        .unwrap();
    assert_eq!(after.json()["calls"][0]["method"], "getMyName");
    post_control(&server, "reset", "").await;
    assert!(server.calls().is_empty());
}

#[tokio::test]
async fn what_makes_no_sense_is_refused() {
    let server = start_server("telegram").await;
    for (path, body) in [
        ("updates", "{"),
        ("updates", "5"),
        ("faults", r#"{"kind": "quake"}"#),
        ("faults", r#"{"kind": "cut", "time": 3}"#),
        ("faults", r#"{"kind": "cut", "probability": 2}"#),
        ("faults", r#"{"kind": "status", "status": 99}"#),
        ("faults", r#"{"kind": "too_many_requests"}"#),
        ("messages", r#"{"chat": 1}"#),
        ("files", "x"),
        ("calls_of", ""),
        ("updates?tokn=1", "{}"),
    ] {
        let reply = post_control(&server, path, body).await;
        assert!(
            (400..500).contains(&reply.status),
            "{path} {body}: {}",
            reply.status
        );
    }
    let faults = send_request(server.address(), &get_request("/control/faults"))
        .await
        .unwrap();
    assert_eq!(faults.json(), json!({"faults": []}));
}

#[tokio::test]
async fn a_list_that_is_partly_wrong_changes_nothing() {
    let server = start_server("telegram").await;
    let reply = post_control(&server, "updates", r#"[{"message": {}}, 5]"#).await;
    assert_eq!(reply.status, 400);
    assert_eq!(server.pending_updates().len(), 0);
}
