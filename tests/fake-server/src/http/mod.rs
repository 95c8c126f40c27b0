//! HTTP: requests in, dispatched calls, responses out. All I/O of the server is here.

pub(crate) mod accept;
mod control;
mod deliver;
mod parse;
mod respond;

use std::sync::Arc;
use std::time::Duration;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{Path, Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Method, Response};
use axum::routing::{any, get};
use serde_json::Value;

pub(crate) use control::parse_values;
pub(crate) use deliver::deliver_updates;

use crate::dispatch;
use crate::fault::{DOWNLOAD, Effect, Fault, Kind};
use crate::params::decode_untyped;
use crate::request::ParsedRequest;
use crate::response::{Answer, Refusal, print_envelope};
use crate::state::AppState;

/// Everything that the server answers to.
pub(crate) fn router(shared: Arc<AppState>) -> Router {
    Router::new()
        .nest("/control", control::control_router())
        .route("/file/{bot}/{*path}", get(handle_download))
        .route("/{bot}/{method}", any(handle_call))
        .fallback(any(not_found))
        .with_state(shared)
}

async fn not_found() -> Response<Body> {
    respond::from_answer(&Err(Refusal::not_found()))
}

async fn handle_call(
    State(shared): State<Arc<AppState>>,
    Path((bot, method)): Path<(String, String)>,
    request: Request,
) -> Response<Body> {
    let is_allowed = matches!(*request.method(), Method::GET | Method::POST);
    let incoming = parse_request(&shared, request).await;
    let token = match known_token(&shared, &bot) {
        Ok(_) if !is_allowed => {
            return respond::from_answer(&Err(Refusal::new(405, "Method Not Allowed")));
        }
        Ok(token) => token,
        Err(refusal) => return respond::from_answer(&Err(refusal)),
    };
    serve_call(&shared, token, &method, incoming).await
}

async fn parse_request(shared: &AppState, request: Request) -> Result<ParsedRequest, Refusal> {
    let (parts, body) = request.into_parts();
    let content_type = content_type(&parts.headers);
    let keep = shared.options.keep_bytes;
    parse::parse_request(parts.uri.query(), content_type, body, keep).await
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(CONTENT_TYPE)?.to_str().ok()
}

/// The token in `bot<token>`, where the server knows it.
fn known_token<'a>(shared: &AppState, bot: &'a str) -> Result<&'a str, Refusal> {
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
async fn serve_call(
    shared: &AppState,
    token: &str,
    name: &str,
    incoming: Result<ParsedRequest, Refusal>,
) -> Response<Body> {
    let fault = shared.change(|state| state.faults.take_striking(name));
    let (number, checked) = check_and_record(shared, token, name, incoming);
    if let Some(fault) = &fault {
        shared.update_record(number, |one| {
            one.fault = Some(fault.kind().name().to_owned())
        });
    }
    match fault {
        Some(fault) if fault.effect() == Effect::Before && !is_delay(&fault) => {
            let answer = Ok(Value::from(true).into());
            respond_with_fault(shared, number, &fault, &answer)
        }
        fault => {
            wait_delay(fault.as_ref(), Effect::Before).await;
            let answer = execute_checked(shared, token, checked).await;
            shared.record_answer(number, &answer);
            wait_delay(fault.as_ref(), Effect::After).await;
            match fault {
                Some(fault) if !is_delay(&fault) => {
                    respond_with_fault(shared, number, &fault, &answer)
                }
                _ => respond::from_answer(&answer),
            }
        }
    }
}

/// A call that was checked, with what it was read from.
type Checked<'a> = Result<(dispatch::Call<'a>, ParsedRequest), Refusal>;

/// Checks a call and records it.
fn check_and_record<'a>(
    shared: &'a AppState,
    token: &str,
    name: &str,
    incoming: Result<ParsedRequest, Refusal>,
) -> (u64, Checked<'a>) {
    let (incoming, unread) = match incoming {
        Ok(incoming) => (incoming, None),
        Err(refusal) => (ParsedRequest::default(), Some(refusal)),
    };
    let method = dispatch::find_method(&shared.api, name);
    let known = method.as_ref().map_or(name, |method| method.name.as_str());
    let lenient = shared.options.lenient;
    let call = match (unread, &method) {
        (Some(refusal), Ok(_)) => Err(refusal),
        (_, Err(refusal)) => Err(refusal.clone()),
        (None, Ok(method)) => dispatch::check_call(&shared.api, method, &incoming, lenient),
    };
    let params = match &call {
        Ok(call) => call.params.clone(),
        Err(_) => decode_untyped(&incoming),
    };
    let number = shared.record_call(token, known, params, &incoming.files);
    (number, call.map(|call| (call, incoming)))
}

async fn execute_checked(shared: &AppState, token: &str, checked: Checked<'_>) -> Answer {
    let (call, incoming) = checked?;
    shared.execute_call(token, &call, &incoming).await
}

fn is_delay(fault: &Fault) -> bool {
    matches!(fault.kind(), Kind::Delay { .. })
}

async fn wait_delay(fault: Option<&Fault>, effect: Effect) {
    if let Some(fault) = fault.filter(|fault| fault.effect() == effect)
        && let Kind::Delay { millis } = fault.kind()
    {
        tokio::time::sleep(Duration::from_millis(*millis)).await;
    }
}

/// The response that a fault leaves.
fn respond_with_fault(
    shared: &AppState,
    number: u64,
    fault: &Fault,
    answer: &Answer,
) -> Response<Body> {
    let body = Bytes::from(print_envelope(answer));
    let response = respond::apply_fault(fault.kind(), respond::from_answer(answer), body);
    let is_sent = !matches!(fault.kind(), Kind::Cut);
    let status = is_sent.then(|| response.status().as_u16());
    shared.update_record(number, |record| record.status = status);
    response
}

async fn handle_download(
    State(shared): State<Arc<AppState>>,
    Path((bot, path)): Path<(String, String)>,
) -> Response<Body> {
    let token = match known_token(&shared, &bot) {
        Ok(token) => token,
        Err(refusal) => return respond::from_answer(&Err(refusal)),
    };
    let fault = shared.change(|state| state.faults.take_striking(DOWNLOAD));
    wait_delay(fault.as_ref(), Effect::Before).await;
    wait_delay(fault.as_ref(), Effect::After).await;
    let found = shared.lock_state().bot(token).files.by_path(&path);
    let Some(contents) = found.and_then(|file| file.contents) else {
        return respond::from_answer(&Err(Refusal::not_found()));
    };
    let right = respond::with_body(200, "application/octet-stream", contents.clone());
    match fault {
        Some(fault) => respond::apply_fault(fault.kind(), right, contents),
        None => right,
    }
}
