//! The token's secret half is in nothing that a program could print, whatever fails and however.

use std::fmt::Debug;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Duration;

use generated::telegram::{Bot, SendMessage, Update};
use generated::{
    BlockingCall, DownloadTransport, Error, HttpResponse, Incoming, InputFile, Retries, Source,
    TransportErrorKind,
};

use crate::support::events::Events;
use crate::support::mock::{self, Outcome};
use crate::support::raw_server::{Does, SECRET, Server, TOKEN, answer, closed};

/// URLs of servers that fail, each in its own way, and what kind of failure that is. Each fails
/// twice: a call is sent again once.
fn failing() -> Vec<(String, TransportErrorKind, Vec<Server>)> {
    let silent = Server::new([Does::Waits, Does::Waits]);
    let text = || Does::Answers("what?\r\n\r\n".to_owned());
    let (plain, confused) = (Server::new([text(), text()]), Server::new([text(), text()]));
    let https = plain.url().replace("http:", "https:");
    vec![
        (closed(), TransportErrorKind::Connect, vec![]),
        (silent.url(), TransportErrorKind::Timeout, vec![silent]),
        (https, TransportErrorKind::Connect, vec![plain]),
        (confused.url(), TransportErrorKind::Broken, vec![confused]),
        ("no URL".to_owned(), TransportErrorKind::Client, vec![]),
        (
            "ftp://127.0.0.1".to_owned(),
            TransportErrorKind::Client,
            vec![],
        ),
        ("/127.0.0.1".to_owned(), TransportErrorKind::Client, vec![]),
    ]
}

fn retries() -> Retries {
    let brief = Duration::from_millis(1);
    Retries::new().max_attempts(2).first_delay(brief)
}

/// All that can be printed of an error.
fn chain(error: &(dyn std::error::Error + 'static)) -> String {
    let source = error.source().map(chain).unwrap_or_default();
    format!("{error} {error:?} {error:#?} {source}")
}

/// What a program says that panics over this.
fn panic_message(value: impl Debug) -> String {
    let caught = catch_unwind(AssertUnwindSafe(|| panic!("{value:?}")));
    *caught.unwrap_err().downcast::<String>().unwrap()
}

/// Fails in each way, by calls and by downloads, and returns all that there is to print.
fn printed<T: DownloadTransport + Debug>(
    bot: &Bot<T>,
    run: impl Run,
    expected: &TransportErrorKind,
) -> String {
    let error = run.run(async { bot.get_me().await }).unwrap_err();
    let Error::Transport(failure) = &error else {
        panic!("{error:?}")
    };
    assert_eq!(failure.kind(), expected);
    let request = SendMessage::new(42, "Hello");
    let fetched = run.run(async { bot.download("a").await.map(drop) });
    let fetched = fetched.unwrap_err();
    [
        chain(&error),
        chain(&fetched),
        format!("{bot:?} {bot:#?} {:?} {request:?}", bot.transport()),
        panic_message(error),
        panic_message(bot),
    ]
    .concat()
}

/// A way to run a future to its end.
trait Run {
    fn run<F: Future>(&self, future: F) -> F::Output;
}

impl Run for tokio::runtime::Runtime {
    fn run<F: Future>(&self, future: F) -> F::Output {
        self.block_on(future)
    }
}

struct Waiting;

impl Run for Waiting {
    fn run<F: Future>(&self, future: F) -> F::Output {
        future.call()
    }
}

/// Checks what was printed, and the events of a call that was made twice.
fn check(printed: &str, events: &Events, expected: &TransportErrorKind) {
    let lines = events.lines();
    assert!(!printed.contains(SECRET), "{printed}");
    assert!(printed.contains("TransportError("), "{printed}");
    assert!(
        !lines.iter().any(|line| line.contains(SECRET)),
        "{lines:#?}"
    );
    let of = |level: &str| lines.iter().filter(|line| line.starts_with(level)).count();
    let again = *expected != TransportErrorKind::Client;
    assert_eq!(of("WARN") == 1, again, "{lines:#?}");
    assert!(of("DEBUG") > usize::from(again), "{lines:#?}");
    assert!(
        lines.iter().all(|line| !line.contains("/bot")),
        "{lines:#?}"
    );
}

#[test]
fn of_the_asynchronous_client() {
    for (url, expected, _servers) in failing() {
        let runtime = tokio::runtime::Builder::new_current_thread()
            .enable_all()
            .build()
            .unwrap();
        let bot = Bot::new(TOKEN).with_base_url(url).with_retries(retries());
        let bot = bot.with_timeout(Duration::from_millis(300));
        let events = Events::default();
        let printed =
            tracing::subscriber::with_default(events.clone(), || printed(&bot, runtime, &expected));
        check(&printed, &events, &expected);
    }
}

#[test]
fn of_the_blocking_client() {
    for (url, expected, _servers) in failing() {
        let bot = Bot::blocking(TOKEN)
            .with_base_url(url)
            .with_retries(retries());
        let bot = bot.with_timeout(Duration::from_millis(300));
        let events = Events::default();
        let printed =
            tracing::subscriber::with_default(events.clone(), || printed(&bot, Waiting, &expected));
        check(&printed, &events, &expected);
    }
}

#[test]
fn of_a_server_that_repeats_the_url() {
    let page = format!("No /bot{TOKEN}/getMe here");
    let json = format!(r#"{{"ok":false,"description":"{page}","path":"{page}"}}"#);
    let odd = format!(r#"{{"ok":"{page}"}}"#);
    let events = Events::default();
    for body in [page, json, odd] {
        let again = || Does::Answers(answer("502 Bad Gateway", &body));
        let server = Server::new([again(), again()]);
        let bot = Bot::blocking(TOKEN).with_base_url(server.url());
        let bot = bot.with_retries(retries());
        let user = tracing::subscriber::with_default(events.clone(), || bot.get_me().call());
        let printed = chain(&user.unwrap_err());
        assert!(!printed.contains(SECRET), "{printed}");
    }
    let lines = events.lines().concat();
    assert!(lines.contains("here") && !lines.contains(SECRET), "{lines}");
}

/// What a call is worth to log where all goes well in the end.
#[test]
fn events_tell_what_happened() {
    let moved = r#"{"ok":false,"error_code":400,"description":"moved",
        "parameters":{"migrate_to_chat_id":-1009}}"#;
    let server = Server::new([
        Does::Answers(answer("502 Bad Gateway", "")),
        Does::Answers(answer("400 Bad Request", moved)),
        Does::Answers(answer("200 OK", r#"{"ok":true,"result":7}"#)),
    ]);
    let bot = Bot::blocking(TOKEN).with_base_url(server.url());
    let bot = bot.with_retries(retries());
    let events = Events::default();
    let count =
        tracing::subscriber::with_default(events.clone(), || bot.get_chat_member_count(-5).call());
    assert_eq!(count.unwrap(), 7);
    let expected = [
        r#"DEBUG message=answered method="getChatMemberCount" attempt=1 status=502 elapsed_ms="#,
        r#"WARN message=failed, is sent again method="getChatMemberCount" attempt=1 error=getChatMemberCount: the server answered 502 with an empty body delay_ms="#,
        r#"DEBUG message=answered method="getChatMemberCount" attempt=2 status=400 elapsed_ms="#,
        r#"INFO message=the chat has a new id method="getChatMemberCount" from=-5 to=-1009"#,
        r#"DEBUG message=answered method="getChatMemberCount" attempt=3 status=200 elapsed_ms="#,
    ];
    let lines = events.lines();
    let ours: Vec<_> = lines
        .iter()
        .filter(|line| line.contains("method="))
        .collect();
    assert_eq!(ours.len(), expected.len(), "{lines:#?}");
    for (line, expected) in ours.iter().zip(expected) {
        assert!(line.starts_with(expected), "{lines:#?}");
    }
}

#[test]
fn a_transports_error_never_shows_the_token() {
    let bot = mock::bot([Outcome::Fails(TransportErrorKind::Connect)]);
    let error = mock::now(bot.get_me()).unwrap_err();
    let shown = chain(&error);
    assert!(shown.contains("getMe failed"), "{shown}");
    assert!(!shown.contains("secret"), "{shown}");
}

#[test]
fn contents_never_show() {
    let file = InputFile::bytes("a.txt", "top secret");
    assert_eq!(
        format!("{file:?}"),
        r#"InputFile { file_name: "a.txt", source: Bytes(10) }"#
    );
    assert!(matches!(file.source(), Source::Bytes(bytes) if bytes.as_slice() == b"top secret"));
    assert_ne!(InputFile::path("a").name(), InputFile::path("a").name());
}

#[test]
fn the_token_never_shows() {
    let bot = mock::bot([]);
    let shown = format!("{bot:?} {:?} {bot:#?}", bot.send_message(1, "hi"));
    assert!(!shown.contains("secret"), "{shown}");
    assert!(shown.contains("https://api.safew.org"), "{shown}");
}

/// What a bot can print that asks for a chat's member, gets this answer, and whose token has the
/// secret half `very-secret`.
fn printed_of(status: u16, content_type: &str, body: &str) -> String {
    let mut response = HttpResponse::new(status, body);
    response.content_type = Some(content_type.to_owned());
    let error = mock::now(mock::bot([Outcome::Answer(response)]).get_chat_member(1, 1));
    chain(&error.unwrap_err())
}

#[test]
fn an_answer_that_repeats_the_token_does_not_show_it() {
    let token = mock::TOKEN;
    for body in [
        format!(r#"{{"ok":true,"result":"{token}"}}"#),
        format!(r#"{{"ok":true,"result":{{"{token}":1,"status":"creator","user":"{token}"}}}}"#),
        format!(r#"{{"ok":true,"{token}":{{"very-secret":1}}}}"#),
        format!(r#"{{"ok":false,"description":"{token}","{token}":"{token}"}}"#),
        format!(r#"{{"{token}":"#),
        token.to_owned(),
        format!("<html>{token}</html>"),
    ] {
        let shown = printed_of(200, &format!("text/{token}"), &body);
        assert!(!shown.contains("secret"), "{shown}");
    }
}

#[test]
fn what_users_wrote_never_shows() {
    let text = r#""SECRET, expected \"SECRET\"""#;
    for value in [
        text,
        "17777777777777777777",
        "-77.77",
        r#"["SECRET"]"#,
        r#"{"SECRET":"SECRET"}"#,
    ] {
        for member in [
            format!("[{value}]"),
            format!(r#"{{"status":"creator","user":[{value}]}}"#),
            format!(r#"{{"user":{{"id":{value}}},"status":"creator"}}"#),
            format!(r#"{{"status":"creator","user":{{"id":1,"is_bot":{value}}}}}"#),
            format!(r#"{{"status":"creator","SECRET, expected":{{"b":1}},"user":[{value}]}}"#),
        ] {
            let body = format!(r#"{{"ok":true,"result":{member}}}"#);
            let shown = printed_of(200, "application/json", &body);
            assert!(
                !shown.contains("SECRET") && !shown.contains("777") && !shown.contains("77."),
                "{shown}"
            );
        }
    }
    let body = r#"{"ok":true,"result":{"status":"creator","user":"SECRET"}}"#;
    let shown = printed_of(200, "application/json", body);
    assert!(shown.contains("at `result.user` (57 bytes)"), "{shown}");
    assert!(
        shown.contains(": expected an object of type User at line 1 column"),
        "{shown}"
    );
}

#[test]
fn an_update_that_cant_be_read_does_not_show_what_users_wrote() {
    for message in [
        r#""SECRET""#.to_owned(),
        r#"{"message_id":1,"date":"SECRET","chat":{"id":1,"type":"private"}}"#.to_owned(),
        r#"{"message_id":1,"date":1,"chat":"SECRET, expected a SECRET"}"#.to_owned(),
        r#"{"date":1,"chat":{"id":1},"pinned_message":{"text":"SECRET","date":1}}"#.to_owned(),
    ] {
        let json = format!(r#"{{"update_id":5,"message":{message}}}"#);
        let Incoming::Malformed(item) = serde_json::from_str::<Incoming<Update>>(&json).unwrap()
        else {
            panic!("{json}")
        };
        let shown = format!("{} {item:#?}", chain(&item));
        assert!(!shown.contains("SECRET"), "{shown}");
        assert!(shown.contains("can't read number 5: "), "{shown}");
        assert!(item.json().json().contains("SECRET"));
    }
}
