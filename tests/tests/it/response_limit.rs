//! Answers that are too large: they are given up, by both clients and in good time.

use generated::telegram::Bot;
use generated::{BlockingCall, DownloadTransport, Error, TransportErrorKind, WithLimits};

use crate::support::raw_server::{Does, Server, TOKEN, answer, blocking_bot};

const MEGABYTE: usize = 1 << 20;

/// A server that answers every call with blanks after this, without end.
fn flood(status: &str) -> Server {
    let head = format!("HTTP/1.1 {status}\r\nconnection: close\r\n\r\n{{");
    Server::new([(); 4].map(|()| Does::Floods(head.clone())))
}

/// A server that answers with a text of this length.
fn long(length: usize) -> Server {
    let text = "x".repeat(length - r#"{"ok":true,"result":""}"#.len());
    Server::result(&format!("\"{text}\""))
}

async fn is_too_large<T: DownloadTransport>(bot: Bot<T>) -> bool {
    let error = bot.export_chat_invite_link(1).await.unwrap_err();
    matches!(error, Error::Transport(error) if *error.kind() == TransportErrorKind::TooLarge)
}

/// Checks the default limit, and one that is set.
async fn gives_up<T: DownloadTransport + WithLimits + Clone>(bot: Bot<T>) {
    assert!(is_too_large(bot.clone().with_response_limit(MEGABYTE)).await);
    assert!(is_too_large(bot).await);
}

/// Checks what is left of an error page without end, in place of an answer and of a file.
async fn cuts_error_pages<T: DownloadTransport>(bot: Bot<T>) {
    let called = bot.export_chat_invite_link(1).await.unwrap_err();
    let downloaded = bot.download("a").await.unwrap_err();
    for error in [called, downloaded] {
        let Error::Decode(error) = error else {
            panic!("{error:?}")
        };
        let response = error.response();
        assert_eq!((response.status, response.body.len()), (502, MEGABYTE));
    }
}

#[tokio::test]
async fn of_the_asynchronous_client() {
    let (server, page) = (flood("200 OK"), flood("502 Bad Gateway"));
    gives_up(Bot::new(TOKEN).with_base_url(server.url())).await;
    cuts_error_pages(Bot::new(TOKEN).with_base_url(page.url())).await;
}

#[test]
fn of_the_blocking_client() {
    let (server, page) = (flood("200 OK"), flood("502 Bad Gateway"));
    gives_up(blocking_bot(&server.url())).call();
    cuts_error_pages(blocking_bot(&page.url())).call();
}

#[tokio::test]
async fn an_answer_may_have_as_many_bytes_as_the_limit() {
    for (limit, fits) in [(MEGABYTE, true), (MEGABYTE - 1, false)] {
        let (server, other) = (long(MEGABYTE), long(MEGABYTE));
        let bot = Bot::new(TOKEN).with_base_url(server.url());
        let link = bot
            .with_response_limit(limit)
            .export_chat_invite_link(1)
            .await;
        assert_eq!(link.is_ok(), fits);
        let bot = blocking_bot(&other.url()).with_response_limit(limit);
        assert_eq!(bot.export_chat_invite_link(1).call().is_ok(), fits);
    }
}

#[test]
fn the_limit_outlives_another_timeout() {
    let server = flood("200 OK");
    let bot = blocking_bot(&server.url()).with_response_limit(MEGABYTE);
    let bot = bot.with_timeout(std::time::Duration::from_secs(5));
    let started = std::time::Instant::now();
    assert!(is_too_large(bot).call());
    assert!(started.elapsed().as_secs() < 5);
    assert!(server.received().head.contains("exportChatInviteLink"));
}

#[test]
fn an_error_page_that_is_short_is_kept() {
    let server = Server::new([Does::Answers(answer("502 Bad Gateway", "<p>Sorry</p>"))]);
    let error = blocking_bot(&server.url()).get_me().call().unwrap_err();
    assert!(matches!(error, Error::Decode(error) if error.response().body == b"<p>Sorry</p>"));
}
