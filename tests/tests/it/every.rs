//! Every method of every API, called by its generated client with all its parameters set. The
//! server holds each call against the schema and answers with what the method returns.

use std::collections::BTreeSet;

use crate::calls::{Every, safew, telegram};
use fake_server::{Api, Options, Record, Server};
use generated::Error;

#[tokio::test]
async fn safew_accepts_every_method() {
    let server = Server::start(Api::named("safew").unwrap(), Options::default()).await;
    let server = server.unwrap();
    let bot = safew::Bot::new(server.token()).with_base_url(server.url());
    accepts(&server, &bot, safew::EVERY).await;
}

#[tokio::test]
async fn telegram_accepts_every_method() {
    let server = Server::start(Api::named("telegram").unwrap(), Options::default()).await;
    let server = server.unwrap();
    let bot = telegram::Bot::new(server.token()).with_base_url(server.url());
    accepts(&server, &bot, telegram::EVERY).await;
}

/// Calls each method, and says of all that went wrong what it was.
async fn accepts<B>(server: &Server, bot: &B, every: &[Every<B>]) {
    let mut wrong = Vec::new();
    for one in every {
        server.reset();
        server.add_file("text", "file.txt", "what is asked for by that identifier");
        let result = (one.call)(bot).await;
        let record = server.calls().pop();
        wrong.extend(problem(one, result, record.as_ref()));
    }
    assert!(
        !every.is_empty() && wrong.is_empty(),
        "{}",
        wrong.join("\n")
    );
}

fn problem<B>(
    one: &Every<B>,
    result: Result<(), Error>,
    record: Option<&Record>,
) -> Option<String> {
    let method = one.method;
    if let Err(error) = result {
        return Some(format!("{method}: {error}: {error:?}"));
    }
    let Some(record) = record else {
        return Some(format!("{method}: nothing was received"));
    };
    let sent: BTreeSet<&str> = record.params.keys().map(String::as_str).collect();
    let all: BTreeSet<&str> = one.params.iter().copied().collect();
    let differs = record.method != method || sent != all;
    differs.then(|| {
        format!(
            "{method}: received {} with {sent:?}, not {all:?}",
            record.method
        )
    })
}
