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

use super::{content_type, parse, serve_call};
use crate::clock::now;
use crate::request::{ParamValue, ParsedRequest};
use crate::roles::UPDATE_ID;
use crate::state::AppState;
use crate::webhook::Webhook;

/// The header that proves to a bot who posts.
const SECRET: &str = "X-Telegram-Bot-Api-Secret-Token";
/// The time that a bot has for an answer.
const TIMEOUT: Duration = Duration::from_secs(60);
/// The time between a failed post and the next attempt.
const RETRY_DELAY: Duration = Duration::from_millis(500);

/// An update that is to be posted.
struct Due {
    token: String,
    webhook: Webhook,
    update: Value,
}

/// Posts every update of every bot that has a webhook, one at a time, until this is dropped.
pub(crate) async fn deliver_updates(shared: Arc<AppState>) {
    let mut changes = shared.watch_changes();
    loop {
        changes.mark_unchanged();
        let due = find_due(&shared);
        let mut failed = false;
        for due in due {
            failed |= !deliver_one(&shared, &due).await;
        }
        match failed {
            true => tokio::time::sleep(RETRY_DELAY).await,
            // The sender lives as long as `shared`, which is held here.
            false => drop(changes.changed().await),
        }
    }
}

/// The oldest update of each bot that has a webhook.
fn find_due(shared: &AppState) -> Vec<Due> {
    let mut state = shared.lock_state();
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
async fn deliver_one(shared: &AppState, due: &Due) -> bool {
    let posted = timeout(TIMEOUT, post_update(due)).await;
    let posted = posted.unwrap_or_else(|_| Err("Read timeout expired".to_owned()));
    let read = match posted {
        Ok(response) => read_answer(shared, response).await,
        Err(why) => Err(why),
    };
    match read {
        Ok(incoming) => {
            let id = due.update[UPDATE_ID].as_i64().unwrap_or_default();
            shared.change(|state| state.bot(&due.token).queue.confirm(id.saturating_add(1)));
            execute_answer(shared, &due.token, incoming).await;
            true
        }
        Err(why) => {
            let error = Some((now(), why));
            shared.lock_state().bot(&due.token).webhook.last_error = error;
            false
        }
    }
}

async fn post_update(due: &Due) -> Result<Response<Body>, String> {
    let uri: Uri = due
        .webhook
        .url
        .parse()
        .map_err(|error| format!("{error}"))?;
    let address = resolve_loopback(&uri).await?;
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
async fn resolve_loopback(uri: &Uri) -> Result<SocketAddr, String> {
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
async fn read_answer(shared: &AppState, response: Response<Body>) -> Result<ParsedRequest, String> {
    let (parts, body) = response.into_parts();
    if !parts.status.is_success() {
        return Err(format!("Wrong response from the webhook: {}", parts.status));
    }
    let keep = shared.options.keep_bytes;
    let read = parse::parse_request(None, content_type(&parts.headers), body, keep).await;
    // An answer that makes no call can say anything: `ok`, or nothing.
    Ok(read.unwrap_or_default())
}

async fn execute_answer(shared: &AppState, token: &str, mut incoming: ParsedRequest) {
    let method = incoming
        .params
        .iter()
        .position(|(name, _)| name == "method");
    let Some(method) = method else { return };
    let name = match incoming.params.remove(method).1 {
        ParamValue::Text(text) => text,
        ParamValue::Json(Value::String(text)) => text,
        ParamValue::Json(_) => return,
    };
    // Nobody learns what comes of it but who looks at the record.
    drop(serve_call(shared, token, &name, Ok(incoming)).await);
}
