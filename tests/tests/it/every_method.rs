//! Every method of every API, called by its generated client with all its parameters set. The
//! server holds each call against the schema and answers with what the method returns.

use std::collections::BTreeSet;

use crate::calls::{Every, safew, telegram, telegram_gateway, zalo};
use fake_server::{Api, Options, Record, Server};
use generated::Error;
use serde_json::Value;

#[tokio::test]
async fn safew_accepts_every_method() {
    let api = Api::named("safew").unwrap();
    let server = Server::start(api.clone(), Options::default())
        .await
        .unwrap();
    let bot = safew::Bot::new(server.token()).with_base_url(server.url());
    accepts(&api, &server, &bot, safew::EVERY).await;
}

#[tokio::test]
async fn telegram_accepts_every_method() {
    let api = Api::named("telegram").unwrap();
    let server = Server::start(api.clone(), Options::default())
        .await
        .unwrap();
    let bot = telegram::Bot::new(server.token()).with_base_url(server.url());
    accepts(&api, &server, &bot, telegram::EVERY).await;
}

#[tokio::test]
async fn telegram_gateway_accepts_every_method() {
    let api = Api::named("telegram_gateway").unwrap();
    let server = Server::start(api.clone(), Options::default())
        .await
        .unwrap();
    // Its tokens are sent in a header, and may have any form.
    let bot = telegram_gateway::Bot::new("a token").with_base_url(server.url());
    accepts(&api, &server, &bot, telegram_gateway::EVERY).await;
}

#[tokio::test]
async fn zalo_accepts_every_method() {
    let api = Api::named("zalo").unwrap();
    let server = Server::start(api.clone(), Options::default())
        .await
        .unwrap();
    let bot = zalo::Bot::new(server.token()).with_base_url(server.url());
    accepts(&api, &server, &bot, zalo::EVERY).await;
}

/// Calls each method, and lists all problems.
async fn accepts<B>(api: &Api, server: &Server, bot: &B, every: &[Every<B>]) {
    let mut problems = Vec::new();
    for one in every {
        server.reset();
        server.add_file("text", "file.txt", "the file of that identifier");
        let found = (one.call)(bot).await;
        let record = server.calls().pop();
        if let Err(problem) = check(api, one, found, record.as_ref()) {
            problems.push(format!("{}: {problem}", one.method));
        }
    }
    assert!(
        !every.is_empty() && problems.is_empty(),
        "{}",
        problems.join("\n")
    );
}

/// Checks that the server received every parameter, and that the response is of the method's type
/// when it is written as JSON again.
fn check<B>(
    api: &Api,
    one: &Every<B>,
    found: Result<Value, Error>,
    record: Option<&Record>,
) -> Result<(), String> {
    let response = found.map_err(|error| format!("{error}: {error:?}"))?;
    let record = record.ok_or("nothing was received")?;
    let sent: BTreeSet<&str> = record.params.keys().map(String::as_str).collect();
    let all: BTreeSet<&str> = one.params.iter().copied().collect();
    if record.method != one.method || sent != all {
        return Err(format!(
            "received {} with {sent:?}, not {all:?}",
            record.method
        ));
    }
    let method = api.method(one.method).ok_or("there is no such method")?;
    let returns = method.returns.as_ref().ok_or("it returns nothing")?;
    let is_right = api.check(returns, &response);
    is_right.map_err(|problem| format!("response {response}: {problem}"))
}
