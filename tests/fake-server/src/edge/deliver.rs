//! Webhooks: updates of bots that have one in, posts to them out, and the calls that their
//! answers make.

use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use axum::body::{Body, Bytes};
use axum::http::header::{CONTENT_TYPE, HOST};
use axum::http::{Request, Response, Uri};
use http_body_util::Full;
use hyper::client::conn::http1::handshake;
use hyper_util::rt::TokioIo;
use serde_json::Value;
use tokio::net::{TcpStream, lookup_host};
use tokio::time::timeout;

use super::{content_type, read, serve};
use crate::call::{Given, Incoming};
use crate::known::UPDATE_ID;
use crate::shared::{Shared, now};
use crate::webhook::Webhook;

/// The header that proves to a bot who posts.
const SECRET: &str = "X-Telegram-Bot-Api-Secret-Token";
/// How long a bot has for an answer.
const PATIENCE: Duration = Duration::from_secs(60);
/// How long after a failed post the next one is tried.
const AGAIN: Duration = Duration::from_millis(500);

/// An update that is to be posted.
struct Due {
    token: String,
    webhook: Webhook,
    update: Value,
}

/// Posts every update of every bot that has a webhook, one at a time, until this is dropped.
pub(crate) async fn deliver(shared: Arc<Shared>) {
    let mut changes = shared.watch();
    loop {
        changes.mark_unchanged();
        let due = due(&shared);
        let mut failed = false;
        for due in due {
            failed |= !one(&shared, &due).await;
        }
        match failed {
            true => tokio::time::sleep(AGAIN).await,
            // The sender lives as long as `shared`, which is held here.
            false => drop(changes.changed().await),
        }
    }
}

/// The oldest update of each bot that has a webhook.
fn due(shared: &Shared) -> Vec<Due> {
    let mut state = shared.look();
    let bots = state
        .bots
        .iter_mut()
        .filter(|(_, bot)| bot.webhook.is_set());
    let due = bots.filter_map(|(token, bot)| {
        Some(Due {
            token: token.clone(),
            webhook: bot.webhook.clone(),
            update: bot.queue.peek(1).pop()?,
        })
    });
    due.collect()
}

/// Posts one update, and says whether it arrived.
async fn one(shared: &Shared, due: &Due) -> bool {
    let posted = timeout(PATIENCE, post(due)).await;
    let posted = posted.unwrap_or_else(|_| Err("Read timeout expired".to_owned()));
    let read = match posted {
        Ok(response) => answer(shared, response).await,
        Err(why) => Err(why),
    };
    match read {
        Ok(incoming) => {
            let id = due.update[UPDATE_ID].as_i64().unwrap_or_default();
            shared.change(|state| state.bot(&due.token).queue.confirm(id.saturating_add(1)));
            execute(shared, &due.token, incoming).await;
            true
        }
        Err(why) => {
            let error = Some((now(), why));
            shared.look().bot(&due.token).webhook.last_error = error;
            false
        }
    }
}

async fn post(due: &Due) -> Result<Response<Body>, String> {
    let uri: Uri = due
        .webhook
        .url
        .parse()
        .map_err(|error| format!("{error}"))?;
    let address = loopback(&uri).await?;
    let failed = |error: hyper::Error| error.to_string();
    let stream = TcpStream::connect(address)
        .await
        .map_err(|error| error.to_string())?;
    let (mut sender, connection) = handshake(TokioIo::new(stream)).await.map_err(failed)?;
    tokio::spawn(connection);
    let path = uri.path_and_query().map_or("/", |path| path.as_str());
    let host = uri.authority().map_or("", |host| host.as_str());
    let mut request = Request::post(path)
        .header(HOST, host)
        .header(CONTENT_TYPE, "application/json");
    if let Some(secret) = &due.webhook.secret {
        request = request.header(SECRET, secret);
    }
    let body = Full::new(Bytes::from(due.update.to_string()));
    let request = request.body(body).map_err(|error| error.to_string())?;
    let response = sender.send_request(request).await.map_err(failed)?;
    Ok(response.map(Body::new))
}

/// The address of a webhook, which must be on this machine.
async fn loopback(uri: &Uri) -> Result<SocketAddr, String> {
    let refused = || "this server posts to http:// on a loopback address only".to_owned();
    let host = uri.host().filter(|_| uri.scheme_str() == Some("http"));
    let host = host.ok_or_else(refused)?.trim_matches(['[', ']']);
    let port = uri.port_u16().unwrap_or(80);
    let found = lookup_host((host, port))
        .await
        .map_err(|error| error.to_string())?;
    found
        .into_iter()
        .find(|one| one.ip().is_loopback())
        .ok_or_else(refused)
}

/// The call that a bot's answer makes, if it makes one.
async fn answer(shared: &Shared, response: Response<Body>) -> Result<Incoming, String> {
    let (parts, body) = response.into_parts();
    if !parts.status.is_success() {
        return Err(format!("Wrong response from the webhook: {}", parts.status));
    }
    let keep = shared.options.keep_bytes;
    let read = read::read(None, content_type(&parts.headers), body, keep).await;
    // An answer that makes no call can say anything: `ok`, or nothing.
    Ok(read.unwrap_or_default())
}

async fn execute(shared: &Shared, token: &str, mut incoming: Incoming) {
    let method = incoming
        .params
        .iter()
        .position(|(name, _)| name == "method");
    let Some(method) = method else { return };
    let name = match incoming.params.remove(method).1 {
        Given::Text(text) => text,
        Given::Json(Value::String(text)) => text,
        Given::Json(_) => return,
    };
    // Nobody learns what comes of it but who looks at the record.
    drop(serve(shared, token, &name, Ok(incoming)).await);
}
