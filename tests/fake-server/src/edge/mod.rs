//! The edge: HTTP in, calls to the core, HTTP out. All I/O of the server is here.

pub(crate) mod accept;
mod control;
mod deliver;
pub(crate) mod read;
mod reply;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, Response};
use axum::routing::{any, get};

pub(crate) use control::several;
pub(crate) use deliver::deliver;

use crate::act;
use crate::answer::{Answer, Refusal, envelope};
use crate::call::Incoming;
use crate::decode::untyped_params;
use crate::fault::{DOWNLOAD, Effect, Fault, Kind};
use crate::shared::Shared;

/// Everything that the server answers to.
pub(crate) fn router(shared: Arc<Shared>) -> Router {
    Router::new()
        .nest("/control", control::router())
        .route("/file/{bot}/{*path}", get(download))
        .route("/{bot}/{method}", any(call))
        .fallback(any(nothing))
        .with_state(shared)
}

async fn nothing() -> Response<Body> {
    reply::answer(&Err(Refusal::not_found()))
}

async fn call(
    State(shared): State<Arc<Shared>>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> Response<Body> {
    let is_allowed = matches!(*request.method(), Method::GET | Method::POST);
    let incoming = incoming(&shared, request).await;
    let token = match token(&shared, &bot) {
        Ok(_) if !is_allowed => {
            return reply::answer(&Err(Refusal::new(405, "Method Not Allowed")));
        }
        Ok(token) => token,
        Err(refusal) => return reply::answer(&Err(refusal)),
    };
    serve(&shared, token, &method, incoming).await
}

async fn incoming(shared: &Shared, request: Request) -> Result<Incoming, Refusal> {
    let (parts, body) = request.into_parts();
    let content_type = content_type(&parts.headers);
    let keep = shared.options.keep_bytes;
    read::read(parts.uri.query(), content_type, body, keep).await
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(CONTENT_TYPE)?.to_str().ok()
}

/// The token in `bot<token>`, where the server knows it.
fn token<'a>(shared: &Shared, bot: &'a str) -> Result<&'a str, Refusal> {
    let token = bot.strip_prefix("bot").ok_or_else(Refusal::not_found)?;
    let (id, secret) = token.split_once(':').ok_or_else(Refusal::not_found)?;
    if id.is_empty() || !id.chars().all(|c| c.is_ascii_digit()) {
        return Err(Refusal::not_found());
    }
    let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
    let is_secret = !secret.is_empty() && secret.chars().all(is_plain);
    let tokens = &shared.options.tokens;
    let is_known = tokens.is_empty() || tokens.iter().any(|known| known == token);
    match is_secret && is_known {
        true => Ok(token),
        false => Err(Refusal::unauthorized()),
    }
}

/// Serves a call: records it, lets a fault strike, and answers.
async fn serve(
    shared: &Shared,
    token: &str,
    name: &str,
    incoming: Result<Incoming, Refusal>,
) -> Response<Body> {
    let fault = shared.change(|state| state.faults.strike(name));
    let (number, checked) = check(shared, token, name, incoming);
    if let Some(fault) = &fault {
        shared.note(number, |one| {
            one.fault = Some(fault.kind().name().to_owned())
        });
    }
    match fault {
        Some(fault) if fault.effect() == Effect::Before && !is_delay(&fault) => {
            let answer = Ok(true.into());
            struck(shared, number, &fault, &answer)
        }
        fault => {
            pause(fault.as_ref(), Effect::Before).await;
            let answer = act_on(shared, token, checked).await;
            shared.answered(number, &answer);
            pause(fault.as_ref(), Effect::After).await;
            match fault {
                Some(fault) if !is_delay(&fault) => struck(shared, number, &fault, &answer),
                _ => reply::answer(&answer),
            }
        }
    }
}

/// A call that was checked, with what it was read from.
type Checked<'a> = Result<(act::Call<'a>, Incoming), Refusal>;

/// Checks a call and records it.
fn check<'a>(
    shared: &'a Shared,
    token: &str,
    name: &str,
    incoming: Result<Incoming, Refusal>,
) -> (u64, Checked<'a>) {
    let (incoming, unread) = match incoming {
        Ok(incoming) => (incoming, None),
        Err(refusal) => (Incoming::default(), Some(refusal)),
    };
    let method = act::find(&shared.api, name);
    let known = method.as_ref().map_or(name, |method| method.name.as_str());
    let lenient = shared.options.lenient;
    let call = match (unread, &method) {
        (Some(refusal), Ok(_)) => Err(refusal),
        (_, Err(refusal)) => Err(refusal.clone()),
        (None, Ok(method)) => act::check(&shared.api, method, &incoming, lenient),
    };
    let params = match &call {
        Ok(call) => call.params.clone(),
        Err(_) => untyped_params(&incoming),
    };
    let number = shared.receive(token, known, params, &incoming.files);
    (number, call.map(|call| (call, incoming)))
}

async fn act_on(shared: &Shared, token: &str, checked: Checked<'_>) -> Answer {
    let (call, incoming) = checked?;
    shared.run(token, &call, &incoming).await
}

fn is_delay(fault: &Fault) -> bool {
    matches!(fault.kind(), Kind::Delay { .. })
}

async fn pause(fault: Option<&Fault>, effect: Effect) {
    if let Some(fault) = fault.filter(|fault| fault.effect() == effect)
        && let Kind::Delay { millis } = fault.kind()
    {
        tokio::time::sleep(Duration::from_millis(*millis)).await;
    }
}

/// The response that a fault leaves.
fn struck(shared: &Shared, number: u64, fault: &Fault, answer: &Answer) -> Response<Body> {
    let body = Bytes::from(envelope(answer));
    let response = reply::spoilt(fault.kind(), reply::answer(answer), body);
    let is_sent = !matches!(fault.kind(), Kind::Cut);
    let status = is_sent.then(|| response.status().as_u16());
    shared.note(number, |record| record.status = status);
    response
}

async fn download(
    State(shared): State<Arc<Shared>>,
    Path((bot, path)): Path<(String, String)>,
) -> Response<Body> {
    let token = match token(&shared, &bot) {
        Ok(token) => token,
        Err(refusal) => return reply::answer(&Err(refusal)),
    };
    let fault = shared.change(|state| state.faults.strike(DOWNLOAD));
    pause(fault.as_ref(), Effect::Before).await;
    pause(fault.as_ref(), Effect::After).await;
    let found = shared.look().bot(token).files.by_path(&path);
    let Some(contents) = found.and_then(|file| file.contents) else {
        return reply::answer(&Err(Refusal::not_found()));
    };
    let right = reply::of(200, "application/octet-stream", contents.clone());
    match fault {
        Some(fault) => reply::spoilt(fault.kind(), right, contents),
        None => right,
    }
}
