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
use axum::extract::{Request, State};
use axum::http::header::CONTENT_TYPE;
use axum::http::{HeaderMap, Response};
use axum::routing::any;
use schema::call::Call;
use serde_json::Value;

pub(crate) use control::parse_values;
pub(crate) use deliver::deliver_updates;

use crate::dispatch;
use crate::fault::{DOWNLOAD, Effect, Fault, Kind};
use crate::params::decode_untyped;
use crate::request::ParsedRequest;
use crate::response::{Answer, Refusal, print_envelope};
use crate::route::{Head, Route, check_verb, find_route, place_params};
use crate::state::AppState;

/// Everything that the server answers to.
pub(crate) fn router(shared: Arc<AppState>) -> Router {
    Router::new()
        .nest("/control", control::control_router())
        .fallback(any(handle))
        .with_state(shared)
}

/// Handles a call or a download.
async fn handle(State(shared): State<Arc<AppState>>, request: Request) -> Response<Body> {
    let (parts, body) = request.into_parts();
    let head = Head {
        verb: parts.method.as_str(),
        path: parts.uri.path(),
        query: parts.uri.query().unwrap_or_default(),
        headers: &parts.headers,
    };
    let (route, token) = match find_route(&shared.api, &head).and_then(|(route, token)| {
        check_token(&shared, &token)?;
        Ok((route, token))
    }) {
        Ok(found) => found,
        Err(refusal) => return refuse(&shared, refusal, body).await,
    };
    let (method, path_params) = match route {
        Route::File(path) => return send_file(&shared, &token, &path).await,
        Route::Call {
            method,
            path_params,
        } => (method, path_params),
    };
    let known = shared.api.method(&method);
    if let Some(refusal) = known.and_then(|one| check_verb(&shared.api, one, head.verb).err()) {
        return refuse(&shared, refusal, body).await;
    }
    let keep = shared.options.keep_bytes;
    let content_type = content_type(head.headers);
    let incoming = parse::parse_request(Some(head.query), content_type, body, keep).await;
    let incoming = incoming.and_then(|mut incoming| {
        if let Some(method) = known {
            place_params(&shared.api, method, &mut incoming, path_params, head.query)?;
        }
        Ok(incoming)
    });
    serve_call(&shared, &token, &method, incoming).await
}

/// Refuses a request, once its body is read: a client that is not done with sending finds the
/// connection open.
async fn refuse(shared: &AppState, refusal: Refusal, body: Body) -> Response<Body> {
    let _ = parse::parse_request(None, None, body, 0).await;
    respond::from_answer(&Err(refusal), shared.api.envelope())
}

fn content_type(headers: &HeaderMap) -> Option<&str> {
    headers.get(CONTENT_TYPE)?.to_str().ok()
}

/// Checks that the server knows a token, and where tokens stand in URLs as Telegram's do, that it looks
/// like one.
fn check_token(shared: &AppState, token: &str) -> Result<(), Refusal> {
    if shared.api.call().url == Call::default().url {
        let (id, secret) = token.split_once(':').ok_or_else(Refusal::not_found)?;
        if id.is_empty() || !id.chars().all(|c| c.is_ascii_digit()) {
            return Err(Refusal::not_found());
        }
        let is_plain = |c: char| c.is_ascii_alphanumeric() || c == '_' || c == '-';
        if secret.is_empty() || !secret.chars().all(is_plain) {
            return Err(Refusal::unauthorized());
        }
    }
    let tokens = &shared.options.tokens;
    match tokens.is_empty() || tokens.iter().any(|known| known == token) {
        true => Ok(()),
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
                _ => respond::from_answer(&answer, shared.api.envelope()),
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
    let envelope = shared.api.envelope();
    let body = Bytes::from(print_envelope(answer, envelope));
    let right = respond::from_answer(answer, envelope);
    let response = respond::apply_fault(fault.kind(), right, body, envelope);
    let is_sent = !matches!(fault.kind(), Kind::Cut);
    let status = is_sent.then(|| response.status().as_u16());
    shared.update_record(number, |record| record.status = status);
    response
}

/// Sends a file, or what a fault makes of it.
async fn send_file(shared: &AppState, token: &str, path: &str) -> Response<Body> {
    let envelope = shared.api.envelope();
    let fault = shared.change(|state| state.faults.take_striking(DOWNLOAD));
    wait_delay(fault.as_ref(), Effect::Before).await;
    wait_delay(fault.as_ref(), Effect::After).await;
    let found = shared.lock_state().bot(token).files.by_path(path);
    let Some(contents) = found.and_then(|file| file.contents) else {
        return respond::from_answer(&Err(Refusal::not_found()), envelope);
    };
    let right = respond::with_body(200, "application/octet-stream", contents.clone());
    match fault {
        Some(fault) => respond::apply_fault(fault.kind(), right, contents, envelope),
        None => right,
    }
}
