//! Calls that fail, with retries and without: what is sent again, when, and what never is.

use std::sync::{Arc, Mutex};
use std::time::Duration;

use fake_server::{Api, Fault, Kind, Options, Server};
use generated::{Error, Retries, TransportErrorKind};

use crate::support::fake::{bot, failure, only, quick, start, status, struck};

fn limited() -> Fault {
    Fault::new(Kind::TooManyRequests { retry_after: 1 })
}

#[tokio::test]
async fn a_server_that_asks_to_wait_is_waited_for() {
    let (server, bot) = struck(limited(), "sendMessage").await;
    let bot = bot.with_retries(Retries::new());
    bot.send_message(42, "Hello").await.unwrap();
    let calls = server.calls_of("sendMessage");
    let [first, second] = &calls[..] else {
        panic!("{calls:?}")
    };
    assert_eq!((first.status, second.status), (Some(429), Some(200)));
    assert_eq!(first.params, second.params);
    assert!(second.at_ms - first.at_ms >= 1000, "{calls:?}");
}

#[tokio::test]
async fn without_retries_it_is_an_error_that_says_how_long() {
    let (server, bot) = struck(limited(), "sendMessage").await;
    let error = bot.send_message(42, "Hello").await.unwrap_err();
    let Error::Api(refusal) = error else {
        panic!("{error:?}")
    };
    assert_eq!((refusal.code, refusal.retry_after), (429, Some(1)));
    assert_eq!(only(&server, "sendMessage").status, Some(429));
}

#[tokio::test]
async fn an_error_of_the_server_is_no_reason_to_send_a_message_again() {
    let internal = Fault::new(Kind::Error {
        error_code: 500,
        description: "Internal Server Error".to_owned(),
    });
    for fault in [status(500), status(502), internal] {
        for fault in [fault.clone(), fault.after_effect()] {
            let (server, bot) = struck(fault, "sendMessage").await;
            let bot = bot.with_retries(quick());
            bot.send_message(42, "Hello").await.unwrap_err();
            only(&server, "sendMessage");
        }
    }
}

#[tokio::test]
async fn rather_twice_than_never() {
    for fault in [status(500), status(502), Fault::new(Kind::Cut)] {
        let (server, bot) = struck(fault.after_effect(), "sendMessage").await;
        let bot = bot.with_retries(quick().at_least_once(true));
        bot.send_message(42, "Hello").await.unwrap();
        let calls = server.calls_of("sendMessage");
        assert_eq!(calls.len(), 2);
        assert!(calls.iter().all(|call| call.done), "{calls:?}");
    }
}

#[tokio::test]
async fn what_only_reads_is_sent_again() {
    let spoilt = [Kind::Cut, Kind::CutBody, Kind::Garbage, Kind::Truncated];
    let spoilt = spoilt.map(Fault::new);
    let faults = spoilt.into_iter().chain([status(500), status(502)]);
    for fault in faults {
        let (server, bot) = struck(fault.clone(), "getMe").await;
        let found = bot.with_retries(quick()).get_me().await;
        assert!(found.unwrap().is_bot, "{fault:?}");
        assert_eq!(server.calls_of("getMe").len(), 2, "{fault:?}");
    }
}

#[tokio::test]
async fn a_chat_that_moved_is_followed() {
    let moved = Fault::new(Kind::Migrate { chat_id: -1005 });
    let (server, bot) = struck(moved, "sendMessage").await;
    let told = Arc::new(Mutex::new(Vec::new()));
    let seen = Arc::clone(&told);
    let retries = quick().on_migration(move |chat| seen.lock().unwrap().push((chat.from, chat.to)));
    let sent = bot.with_retries(retries).send_message(-5, "Hello").await;
    assert_eq!(sent.unwrap().chat.id, -1005);
    let calls = server.calls_of("sendMessage");
    let chats: Vec<_> = calls.iter().map(|call| &call.params["chat_id"]).collect();
    assert_eq!(chats, [-5, -1005]);
    assert_eq!(*told.lock().unwrap(), [(-5, -1005)]);
}

#[tokio::test]
async fn a_chat_that_moved_is_told_where_there_are_no_retries() {
    let moved = Fault::new(Kind::Migrate { chat_id: -1005 });
    let (server, bot) = struck(moved, "sendMessage").await;
    let error = bot.send_message(-5, "Hello").await.unwrap_err();
    let Error::Api(refusal) = error else {
        panic!("{error:?}")
    };
    assert_eq!(refusal.migrate_to_chat_id, Some(-1005));
    only(&server, "sendMessage");
}

#[tokio::test]
async fn a_server_that_is_away_gets_the_message_once_it_is_back() {
    let server = start().await;
    let bot = bot(&server);
    let address = server.address();
    server.stop().await;
    let gone = failure(bot.send_message(42, "Hello").await);
    assert_eq!(gone, TransportErrorKind::Connect);

    let back = tokio::spawn(async move {
        tokio::time::sleep(Duration::from_millis(100)).await;
        let options = Options {
            address,
            ..Options::default()
        };
        let api = Api::named("telegram").unwrap();
        Server::start(api, options).await.unwrap()
    });
    let patient = quick()
        .max_attempts(200)
        .first_delay(Duration::from_millis(10));
    let patient = patient.max_delay(Duration::from_millis(20));
    let sent = bot.with_retries(patient).send_message(42, "Hello").await;
    sent.unwrap();
    only(&back.await.unwrap(), "sendMessage");
}
