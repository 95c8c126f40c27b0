//! An API that is called in another way than Telegram's: verbs and paths, parameters in the URL, a token
//! in a header, an envelope of its own.

use std::io::Read;
use std::sync::{Arc, Mutex};
use std::time::Duration;

use generated::{
    Api, BlockingCall, BlockingClient, Bot, CallFormat, Client, Endpoint, Envelope, Error,
    HttpRequest, HttpResponse, Raw, Request, Retries, SuccessValue, Transport, TransportError,
    TransportErrorKind, Urls,
};
use serde::Serialize;
use serde_json::{Value, json};

use crate::support::raw_server::{Does, Server, answer};

const TOKEN: &str = "7:a/secret";

enum Pigeonpost {}

impl Api for Pigeonpost {
    const NAME: &'static str = "pigeonpost";
    const BASE_URL: &'static str = "https://pigeonpost.example/";
    const CALL: &'static CallFormat = &CallFormat::new(Urls::new("{base}/v3/{path}"))
        .with_headers(&[("Authorization", "Bearer {token}"), ("X-Version", "3")])
        .with_envelope(
            Envelope::new()
                .with_success("code", &[SuccessValue::Number(0), SuccessValue::Number(1)])
                .with_result("data")
                .with_code("code")
                .with_message("message")
                .without_result(true),
        );
}

#[derive(Serialize)]
struct EditNote {
    id: &'static str,
    silent: bool,
    text: &'static str,
}

impl Request for EditNote {
    type Api = Pigeonpost;
    type Response = bool;
    const METHOD: &'static str = "editNote";
    const ENDPOINT: &'static Endpoint = &Endpoint::new("PATCH")
        .with_path("/notes/{id}")
        .with_query(&["silent"]);
}

const EDIT: EditNote = EditNote {
    id: "a/7",
    silent: true,
    text: "Hi",
};

#[derive(Serialize)]
struct ListNotes {
    tag: &'static str,
}

impl Request for ListNotes {
    type Api = Pigeonpost;
    type Response = Vec<i64>;
    const METHOD: &'static str = "listNotes";
    const ENDPOINT: &'static Endpoint = &Endpoint::new("GET")
        .with_path("notes")
        .with_query(&["tag"])
        .read_only();
}

const LIST: ListNotes = ListNotes { tag: "x & y" };

/// A call as it was sent: verb, URL, headers, content type and body.
type Sent = (String, String, Vec<String>, String, String);

/// A transport that keeps what is sent, and answers all calls alike.
#[derive(Clone)]
struct Keeps {
    sent: Arc<Mutex<Vec<Sent>>>,
    answer: (u16, String),
}

impl Transport for Keeps {
    async fn send(&self, request: HttpRequest<'_>) -> Result<HttpResponse, TransportError> {
        let headers = request.headers();
        let headers = headers.map(|(name, value)| format!("{name}: {value}"));
        let mut body = request.open_body()?;
        let mut text = String::new();
        let content_type = body.content_type().to_owned();
        body.read_to_string(&mut text).unwrap();
        self.sent.lock().unwrap().push((
            request.verb().to_owned(),
            request.url().to_owned(),
            headers.collect(),
            content_type,
            text,
        ));
        Ok(HttpResponse::new(self.answer.0, self.answer.1.clone()))
    }

    async fn sleep(&self, _: Duration) {}
}

fn bot<A: Api>(status: u16, answer: &Value) -> Bot<A, Keeps> {
    let answer = match answer {
        Value::Null => String::new(),
        answer => answer.to_string(),
    };
    let keeps = Keeps {
        sent: Arc::default(),
        answer: (status, answer),
    };
    Bot::with_transport(TOKEN, keeps)
}

fn sent<A>(bot: &Bot<A, Keeps>) -> Vec<Sent> {
    bot.transport().sent.lock().unwrap().clone()
}

#[test]
fn each_parameter_is_in_its_place() {
    let bot = bot::<Pigeonpost>(200, &json!({"code": 0, "data": true}));
    assert!(bot.send(&EDIT).call().unwrap());
    let (verb, url, headers, content_type, body) = sent(&bot).remove(0);
    assert_eq!(verb, "PATCH");
    assert_eq!(url, "https://pigeonpost.example/v3/notes/a%2F7?silent=true");
    assert_eq!(
        headers,
        ["Authorization: Bearer 7:a/secret", "X-Version: 3"]
    );
    assert_eq!(content_type, "application/json");
    assert_eq!(body, r#"{"text":"Hi"}"#);
}

#[test]
fn a_parameter_of_the_path_leads_to_no_other_path() {
    for id in ["", ".", ".."] {
        let bot = bot::<Pigeonpost>(200, &json!({"code": 0}));
        let error = bot.send(&EditNote { id, ..EDIT }).call().unwrap_err();
        assert!(
            format!("{error:?}").contains("`id` is a part of the path"),
            "{error:?}"
        );
        assert_eq!(sent(&bot).len(), 0);
    }
}

#[test]
fn a_get_has_no_body() {
    let bot = bot::<Pigeonpost>(200, &json!({"code": 1, "data": [5]}));
    assert_eq!(bot.send(&LIST).call().unwrap(), [5]);
    let (verb, url, _, content_type, body) = sent(&bot).remove(0);
    assert_eq!((verb.as_str(), content_type.as_str()), ("GET", ""));
    assert_eq!(url, "https://pigeonpost.example/v3/notes?tag=x%20%26%20y");
    assert_eq!(body, "");
}

#[test]
fn an_answer_without_a_result_is_a_success() {
    for answer in [json!({"code": 0}), json!({"code": 0, "data": null})] {
        assert!(bot::<Pigeonpost>(200, &answer).send(&EDIT).call().unwrap());
        // A list can't be made of it.
        let error = bot::<Pigeonpost>(200, &answer).send(&LIST).call();
        assert!(matches!(error, Err(Error::Decode(_))), "{error:?}");
    }
}

#[test]
fn an_error_has_the_code_and_the_reason_of_the_platform() {
    let answer = json!({"code": 40_103, "message": "no such note", "data": {}, "hint": 1});
    for status in [200, 404] {
        let Err(Error::Api(error)) = bot::<Pigeonpost>(status, &answer).send(&EDIT).call() else {
            panic!()
        };
        assert_eq!((error.code, error.status), (40_103, status));
        assert_eq!(error.description, "no such note");
        assert!(error.extra.contains_key("hint") && !error.extra.contains_key("code"));
    }
}

#[test]
fn what_is_neither_success_nor_refusal_is_reported() {
    for answer in [json!({"data": true}), json!({"code": "0", "data": true})] {
        let error = bot::<Pigeonpost>(200, &answer).send(&EDIT).call();
        assert!(matches!(error, Err(Error::Decode(_))), "{error:?}");
    }
}

#[test]
fn retries_go_by_the_status_and_the_verb() {
    let tries = |status, code, is_list: bool| {
        let answer = json!({"code": code, "message": "busy"});
        let bot = bot::<Pigeonpost>(status, &answer).with_retries(Retries::new().max_attempts(3));
        match is_list {
            true => drop(bot.send(&LIST).call()),
            false => drop(bot.send(&EDIT).call()),
        }
        sent(&bot).len()
    };
    assert_eq!(tries(429, 90, false), 3, "it was not executed");
    assert_eq!(tries(503, 90, true), 3, "it changes nothing");
    assert_eq!(tries(503, 90, false), 1, "it may have been executed");
    assert_eq!(tries(400, 503, true), 1, "the code is no status");
}

/// Answers are their own results, and tell of errors by their status.
enum Bare {}

impl Api for Bare {
    const NAME: &'static str = "bare";
    const BASE_URL: &'static str = "http://bare.example";
    const CALL: &'static CallFormat = &CallFormat::new(Urls::new("{base}/{method}?key={token}"))
        .with_form_body()
        .with_envelope(Envelope::new().with_message("error").without_result(true));
}

#[derive(Serialize)]
struct Feed {
    tame: bool,
    food: &'static [&'static str],
}

impl Request for Feed {
    type Api = Bare;
    type Response = Raw;
    const METHOD: &'static str = "feed";
}

const FEED: Feed = Feed {
    tame: true,
    food: &["corn & peas"],
};

#[test]
fn an_answer_may_be_its_own_result() {
    let answers = bot::<Bare>(201, &json!({"fed": 2}));
    let result = answers.send(&FEED).call().unwrap();
    assert_eq!(result.json(), r#"{"fed":2}"#);
    let (_, url, headers, content_type, body) = sent(&answers).remove(0);
    assert_eq!(url, "http://bare.example/feed?key=7:a%2Fsecret");
    assert_eq!(
        (headers.len(), &*content_type),
        (0, "application/x-www-form-urlencoded")
    );
    assert_eq!(body, "tame=true&food=%5B%22corn%20%26%20peas%22%5D");
    assert_eq!(
        bot::<Bare>(204, &Value::Null)
            .send(&FEED)
            .call()
            .unwrap()
            .json(),
        "true"
    );
    let Err(Error::Api(error)) = bot::<Bare>(409, &json!({"error": "full"}))
        .send(&FEED)
        .call()
    else {
        panic!()
    };
    assert_eq!((error.code, &*error.description), (409, "full"));
}

#[test]
fn an_api_without_files_has_no_downloads() {
    let bot: Bot<Bare, _> = Bot::with_transport(TOKEN, Client::new());
    let error = bot.download("a").call().map(drop).unwrap_err();
    assert!(
        matches!(error, Error::Transport(error) if *error.kind() == TransportErrorKind::Client)
    );
}

/// The two calls as a server receives them, by a client of this crate.
fn check_received(send: impl Fn(String)) {
    let (edited, listed) = (r#"{"code":0}"#, r#"{"code":0,"data":[]}"#);
    let answers = [edited, listed].map(|body| Does::Answers(answer("200 OK", body)));
    let server = Server::new(answers);
    send(server.url());
    let (edit, list) = (server.received(), server.received());
    let head = edit.head.to_lowercase();
    assert!(
        edit.head
            .starts_with("PATCH /v3/notes/a%2F7?silent=true HTTP"),
        "{head}"
    );
    assert!(
        head.contains("authorization: bearer 7:a/secret\r\n"),
        "{head}"
    );
    assert_eq!(edit.body, br#"{"text":"Hi"}"#);
    assert!(
        list.head.starts_with("GET /v3/notes?tag=x%20%26%20y HTTP"),
        "{}",
        list.head
    );
    assert!(
        !list.head.to_lowercase().contains("content-"),
        "{}",
        list.head
    );
}

#[test]
fn the_blocking_client_sends_it_so() {
    check_received(|url| {
        let bot: Bot<Pigeonpost, _> = Bot::blocking(TOKEN);
        let bot: Bot<Pigeonpost, BlockingClient> = bot.with_base_url(url);
        bot.send(&EDIT).call().unwrap();
        bot.send(&LIST).call().unwrap();
    });
}

#[test]
fn the_asynchronous_client_sends_it_so() {
    check_received(|url| {
        let runtime = tokio::runtime::Runtime::new().unwrap();
        runtime.block_on(async {
            let bot: Bot<Pigeonpost, Client> = Bot::new(TOKEN).with_base_url(url);
            bot.send(&EDIT).await.unwrap();
            bot.send(&LIST).await.unwrap();
        });
    });
}

#[test]
fn a_token_in_a_header_is_shown_nowhere() {
    let echo = json!({"code": 5, "message": format!("Bearer {TOKEN} is a%2Fsecret")});
    let bot_of = bot::<Pigeonpost>(401, &echo);
    let error = bot_of.send(&EDIT).call().unwrap_err();
    let printed = format!("{bot_of:?} {error} {error:?}");
    assert!(!printed.contains("secret"), "{printed}");
    // No header can have it.
    let bot: Bot<Pigeonpost, _> = Bot::new("7:new\nline-secret");
    let runtime = tokio::runtime::Runtime::new().unwrap();
    let error = runtime.block_on(async { bot.send(&EDIT).await.unwrap_err() });
    let printed = format!("{error} {error:?}");
    assert!(!printed.contains("secret"), "{printed}");
    assert!(printed.contains("can't make the call"), "{printed}");
}

#[test]
fn another_environment_is_chosen_at_run_time() {
    let bot = bot::<Bare>(200, &json!(true))
        .with_urls(Urls::new("{base}/test/{method}"))
        .with_base_url("http://h");
    bot.send(&FEED).call().unwrap();
    assert_eq!(sent(&bot)[0].1, "http://h/test/feed");
}
