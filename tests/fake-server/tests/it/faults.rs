//! Faults: each does what it says, to the calls that it is meant for.

use std::time::{Duration, Instant};

use fake_server::{Fault, Kind, Server};
use serde_json::json;

use crate::client::{
    Reply, call_method, get_request, method_path, post_request, send_request, start_server,
};

async fn get_me(server: &Server) -> std::io::Result<Reply> {
    let request = get_request(&method_path(server, "getMe"));
    send_request(server.address(), &request).await
}

/// Injects a fault and makes the call that it strikes.
async fn call_with_fault(server: &Server, kind: Kind) -> std::io::Result<Reply> {
    server.fault(Fault::new(kind)).unwrap();
    get_me(server).await
}

#[tokio::test]
async fn errors_of_the_api() {
    let server = start_server("telegram").await;
    let reply = call_with_fault(&server, Kind::TooManyRequests { retry_after: 3 })
        .await
        .unwrap();
    assert_eq!(
        reply.refusal(),
        (429, "Too Many Requests: retry after 3".to_owned())
    );
    assert_eq!(reply.json()["parameters"], json!({"retry_after": 3}));
    assert!(reply.head.contains("retry-after: 3"), "{}", reply.head);
    let reply = call_with_fault(&server, Kind::Migrate { chat_id: -1005 })
        .await
        .unwrap();
    assert_eq!(reply.refusal().0, 400);
    assert_eq!(
        reply.json()["parameters"],
        json!({"migrate_to_chat_id": -1005})
    );
    let reply = call_with_fault(&server, Kind::Unauthorized).await.unwrap();
    assert_eq!(reply.refusal(), (401, "Unauthorized".to_owned()));
    assert_eq!(
        call_with_fault(&server, Kind::Conflict)
            .await
            .unwrap()
            .refusal()
            .0,
        409
    );
    let error = Kind::Error {
        error_code: 403,
        description: "Forbidden: bot was blocked by the user".to_owned(),
    };
    assert_eq!(
        call_with_fault(&server, error).await.unwrap().refusal().0,
        403
    );
    get_me(&server).await.unwrap().result();
}

#[tokio::test]
async fn errors_of_what_is_before_it() {
    let server = start_server("telegram").await;
    for status in [500, 502] {
        let reply = call_with_fault(&server, Kind::Status { status })
            .await
            .unwrap();
        assert_eq!(reply.status, status);
        assert!(
            reply.head.contains("content-type: text/html"),
            "{}",
            reply.head
        );
        assert!(reply.body.starts_with(b"<html>"));
    }
    let reply = call_with_fault(&server, Kind::ContentType).await.unwrap();
    assert!(
        reply.head.contains("content-type: text/html"),
        "{}",
        reply.head
    );
    reply.result();
    let reply = call_with_fault(&server, Kind::Garbage).await.unwrap();
    assert_eq!(reply.status, 200);
    assert!(std::str::from_utf8(&reply.body).is_err());
    let reply = call_with_fault(&server, Kind::Truncated).await.unwrap();
    assert_eq!((reply.status, reply.length), (200, reply.body.len()));
    assert!(serde_json::from_slice::<serde_json::Value>(&reply.body).is_err());
    let reply = call_with_fault(&server, Kind::Empty).await.unwrap();
    assert_eq!((reply.status, reply.body.len()), (200, 0));
}

#[tokio::test]
async fn cuts() {
    let server = start_server("telegram").await;
    call_with_fault(&server, Kind::Cut).await.unwrap_err();
    assert_eq!(server.calls()[0].status, None);
    assert!(!server.calls()[0].done);
    let reply = call_with_fault(&server, Kind::CutBody).await.unwrap();
    assert!(
        !reply.body.is_empty() && reply.body.len() < reply.length,
        "{reply:?}"
    );
    get_me(&server).await.unwrap().result();
}

#[tokio::test]
async fn delays() {
    let server = start_server("telegram").await;
    let start = Instant::now();
    let reply = call_with_fault(&server, Kind::Delay { millis: 300 })
        .await
        .unwrap();
    reply.result();
    let waited = start.elapsed();
    assert!(waited >= Duration::from_millis(290), "{waited:?}");
}

#[tokio::test]
async fn before_and_after_the_effect() {
    let server = start_server("telegram").await;
    for _ in 0..2 {
        server.push_update(json!({"message": {}})).unwrap();
    }
    let confirm = |offset: i64| {
        let body = json!({ "offset": offset }).to_string();
        post_request(
            &method_path(&server, "getUpdates"),
            "application/json",
            body.as_bytes(),
        )
    };
    server
        .fault(Fault::new(Kind::Cut).on("getUpdates"))
        .unwrap();
    send_request(server.address(), &confirm(2))
        .await
        .unwrap_err();
    assert_eq!(server.pending_updates().len(), 2);
    server
        .fault(Fault::new(Kind::Cut).on("getUpdates").after_effect())
        .unwrap();
    send_request(server.address(), &confirm(2))
        .await
        .unwrap_err();
    assert_eq!(server.pending_updates().len(), 1);
    let done: Vec<bool> = server.calls().iter().map(|call| call.done).collect();
    assert_eq!(done, [false, true]);
    let faults = server.calls();
    assert!(
        faults
            .iter()
            .all(|call| call.fault.as_deref() == Some("cut"))
    );
    server
        .fault(Fault::new(Kind::Empty).before_effect())
        .unwrap();
    send_request(server.address(), &confirm(3)).await.unwrap();
    assert_eq!(server.pending_updates().len(), 1);
}

#[tokio::test]
async fn so_many_calls_of_a_method() {
    let server = start_server("telegram").await;
    let fault = Fault::new(Kind::Status { status: 500 });
    server.fault(fault.on("sendmessage").times(2)).unwrap();
    get_me(&server).await.unwrap().result();
    for status in [500, 500, 200] {
        let reply = call_method(&server, "sendMessage", json!({"chat_id": 1, "text": "t"})).await;
        assert_eq!(reply.status, status);
    }
}

#[tokio::test]
async fn with_a_probability_that_is_the_same_each_time() {
    let mut runs = Vec::new();
    for seed in [7, 7, 8] {
        let server = start_server("telegram").await;
        server
            .fault(Fault::new(Kind::Status { status: 500 }).with_probability(0.5, seed))
            .unwrap();
        let mut statuses = Vec::new();
        for _ in 0..40 {
            statuses.push(get_me(&server).await.unwrap().status);
        }
        let struck = statuses.iter().filter(|status| **status == 500).count();
        assert!((8..32).contains(&struck), "{struck}");
        runs.push(statuses);
    }
    assert_eq!(runs[0], runs[1]);
    assert_ne!(runs[0], runs[2]);
}

#[tokio::test]
async fn downloads() {
    let server = start_server("telegram").await;
    let address = format!("/file/bot{}/files/sample.txt", server.token());
    server
        .fault(Fault::new(Kind::Status { status: 500 }))
        .unwrap();
    let whole = send_request(server.address(), &get_request(&address))
        .await
        .unwrap();
    assert_eq!(
        (whole.status, whole.body.as_slice()),
        (200, b"a sample\n".as_slice())
    );
    server.fault(Fault::new(Kind::CutBody).on("file")).unwrap();
    let half = send_request(server.address(), &get_request(&address))
        .await
        .unwrap();
    assert!(half.body.len() < half.length);
}

#[tokio::test]
async fn a_fault_that_could_never_strike_is_refused() {
    let server = start_server("telegram").await;
    let cut = || Fault::new(Kind::Cut);
    for (fault, why) in [
        (cut().on("sendMesage"), "did you mean `sendMessage`?"),
        (cut().times(0), "`times` is 1 or more"),
        (
            cut().with_probability(1.5, 0),
            "`probability` is from 0 to 1",
        ),
        (
            Fault::new(Kind::Status { status: 200 }),
            "a status is from 400 to 599",
        ),
    ] {
        let error = server.fault(fault).unwrap_err().to_string();
        assert!(error.contains(why), "{error}");
    }
    assert_eq!(server.faults(), []);
}
