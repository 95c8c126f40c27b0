//! Hooks: they see and change each call and its answer, whatever carries it.

use std::sync::{Arc, Mutex};

use generated::safew::Safew;
use generated::telegram::{Bot, MessageEntity, MessageEntityType, ParseMode, Telegram};
use generated::{
    ApiError, BlockingCall, Error, Hook, HttpRequest, HttpResponse, Next, Retries,
    TransportErrorKind,
};
use serde_json::json;

use crate::support::fake;
use crate::support::mock::{MockTransport, Outcome, answer, bot, message, now, refused, result};

/// Notes each call with its answer.
#[derive(Clone, Default)]
struct Notes(Arc<Mutex<Vec<String>>>);

impl Notes {
    fn lines(&self) -> Vec<String> {
        self.0.lock().unwrap().clone()
    }
}

impl Hook for Notes {
    async fn call(&self, request: HttpRequest<'_>, next: Next<'_>) -> Result<HttpResponse, Error> {
        let method = request.api_method();
        let answer = next.send(request).await;
        let line = match &answer {
            Ok(response) => format!("{method}: {}", response.status),
            Err(error) => error.to_string(),
        };
        self.0.lock().unwrap().push(line);
        answer
    }
}

/// Adds a word to the text of a message.
struct Says(&'static str);

impl Hook for Says {
    async fn call(
        &self,
        mut request: HttpRequest<'_>,
        next: Next<'_>,
    ) -> Result<HttpResponse, Error> {
        let params: serde_json::Value = serde_json::from_str(request.json()).unwrap();
        let text = format!("{}{}", params["text"].as_str().unwrap_or_default(), self.0);
        request.set("text", &text)?;
        next.send(request).await
    }
}

/// Answers every call itself.
struct DryRun;

impl Hook for DryRun {
    async fn call(&self, request: HttpRequest<'_>, _: Next<'_>) -> Result<HttpResponse, Error> {
        match request.api_method() {
            "getChatMemberCount" => request.answer(&7),
            _ => Err(ApiError::new(403, "Forbidden: a dry run").into()),
        }
    }
}

/// Sends each call again if it fails.
struct Twice;

impl Hook for Twice {
    async fn call(&self, request: HttpRequest<'_>, next: Next<'_>) -> Result<HttpResponse, Error> {
        match next.send(request.clone()).await {
            Ok(response) => Ok(response),
            Err(_) => next.send(request).await,
        }
    }
}

#[test]
fn a_hook_sees_each_attempt_and_its_error() {
    let notes = Notes::default();
    let steps = [
        answer(502, "<html>"),
        refused(429, r#""retry_after":1"#),
        Outcome::FailsUnread(TransportErrorKind::Connect),
        answer(200, r#"{"ok":false,"error_code":400,"description":"no"}"#),
        result("7"),
    ];
    let bot = bot(steps)
        .with_hook(notes.clone())
        .with_retries(Retries::new().max_attempts(9));
    now(bot.get_chat_member_count(-5)).unwrap_err();
    assert_eq!(now(bot.get_chat_member_count(-5)).unwrap(), 7);
    let seen = [
        "getChatMemberCount: the server answered 502 with a web page, not JSON (6 bytes)",
        "getChatMemberCount: error 429: No",
        "getChatMemberCount: can't connect to the server",
        "getChatMemberCount: error 400: no",
        "getChatMemberCount: 200",
    ];
    assert_eq!(notes.lines(), seen);
}

#[test]
fn the_hook_that_was_added_last_is_the_outermost() {
    let bot = bot([message(1)]).with_hook(Says("b")).with_hook(Says("a"));
    now(bot.clone().send_message(1, "text ")).unwrap();
    assert_eq!(bot.transport().last().params["text"], "text ab");
}

#[test]
fn a_hook_answers_in_place_of_the_server() {
    let bot = bot([]).with_hook(DryRun);
    assert_eq!(now(bot.get_chat_member_count(-5)).unwrap(), 7);
    let error = now(bot.send_message(1, "Hello")).unwrap_err();
    assert_eq!(
        error.to_string(),
        "sendMessage: error 403: Forbidden: a dry run"
    );
    assert!(bot.transport().sent().is_empty());
}

#[test]
fn a_hook_sends_a_call_again() {
    let bot = bot([answer(502, ""), message(1)]).with_hook(Twice);
    now(bot.send_message(1, "Hello")).unwrap();
    assert_eq!(bot.transport().sent().len(), 2);
}

#[test]
fn what_is_no_result_is_read_as_without_hooks() {
    let torn = "{\"ok\":true,\"result\":{\"id\":1,\"first_name\":\"\u{1}\"}}";
    let user = now(bot([answer(200, torn)]).with_hook(Twice).get_me()).unwrap();
    assert_eq!(user.id, 1);
    let shape = answer(200, r#"{"ok":true,"result":{"id":"x"}}"#);
    let error = now(bot([shape]).with_hook(Twice).get_me()).unwrap_err();
    assert!(error.to_string().contains("getMe: "), "{error}");
    assert!(matches!(error, Error::Decode(error) if error.path() == Some("result.id")));
}

#[test]
fn a_default_is_for_requests_that_have_the_parameter() {
    let bot = MockTransport::answering(|_| message(1)).bot::<Telegram>();
    let bot = bot
        .with_default("parse_mode", ParseMode::Html.as_str())
        .with_default("protect_content", true);
    let params = |sent: Result<_, Error>| {
        sent.unwrap();
        bot.transport().last().params
    };
    let plain = params(now(bot.send_message(1, "a")));
    assert_eq!(
        plain,
        json!({"chat_id": 1, "text": "a", "parse_mode": "HTML", "protect_content": true})
    );
    let own = params(now(bot
        .send_message(1, "a")
        .parse_mode(ParseMode::MarkdownV2)));
    assert_eq!(own["parse_mode"], "MarkdownV2");
    let none = params(now(bot.send_location(1, 1.0, 2.0)));
    assert_eq!(
        (none.get("parse_mode"), &none["protect_content"]),
        (None, &json!(true))
    );
}

#[test]
fn a_parse_mode_is_not_set_beside_ranges() {
    let bot = MockTransport::answering(|_| message(1)).bot::<Telegram>();
    let bot = bot
        .with_default("parse_mode", "HTML")
        .with_default("question_parse_mode", "HTML");
    let bold = || [MessageEntity::new(MessageEntityType::Bold, 0, 1)];
    now(bot.send_message(1, "a").entities(bold())).unwrap();
    assert_eq!(bot.transport().last().params.get("parse_mode"), None);
    now(bot
        .send_photo(1, "id")
        .caption("a")
        .caption_entities(bold()))
    .unwrap();
    assert_eq!(bot.transport().last().params.get("parse_mode"), None);
    let poll = bot.send_poll(1, "a", ["b"]).question_entities(bold());
    now(poll).unwrap();
    assert_eq!(
        bot.transport().last().params.get("question_parse_mode"),
        None
    );
}

#[test]
fn a_hook_leaves_the_other_parameters_as_they_are() {
    let bot = MockTransport::answering(|_| message(1)).bot::<Safew>();
    let bot = bot.with_hook(Says("!"));
    now(bot.send_message(1, "\"é")).unwrap();
    assert_eq!(
        bot.transport().last().params,
        json!({"chat_id": 1, "text": "\"é!"})
    );
    now(bot.get_me()).unwrap();
    assert_eq!(bot.transport().last().params, json!({"text": "!"}));
}

#[tokio::test]
async fn hooks_run_with_both_clients() {
    let server = fake::start().await;
    let notes = Notes::default();
    let bot = fake::bot(&server).with_hook(notes.clone());
    bot.get_me().await.unwrap();
    let (url, token) = (server.url().to_owned(), server.token().to_owned());
    let blocking = Bot::blocking(token)
        .with_base_url(url)
        .with_hook(notes.clone());
    let called = tokio::task::spawn_blocking(move || blocking.get_me().call());
    called.await.unwrap().unwrap();
    assert_eq!(notes.lines(), ["getMe: 200", "getMe: 200"]);
}

#[tokio::test]
async fn a_file_is_sent_with_a_request_that_a_hook_changed() {
    let server = fake::start().await;
    let bot = fake::bot(&server).with_default("caption", "A cat.");
    let photo = generated::InputFile::bytes("cat.jpg", *b"meow");
    bot.send_photo(42, photo).await.unwrap();
    assert_eq!(fake::only(&server, "sendPhoto").params["caption"], "A cat.");
}
