//! Control over HTTP, under `/control`: JSON in, JSON out, for tests in any language.

use std::sync::Arc;

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::{DefaultBodyLimit, Query, State};
use axum::http::Response;
use axum::routing::{get, post};
use serde::Deserialize;
use serde_json::{Value, json};

use super::respond;
use crate::fault::Fault;
use crate::record::Record;
use crate::request::Upload;
use crate::state::{AppState, State as Current};

/// The routes, and what each is for.
const ROUTES: [(&str, &str); 9] = [
    ("GET /control", "this list"),
    (
        "POST /control/updates",
        "push an update, a list of them, or one on each line",
    ),
    ("GET /control/updates", "the updates that are not confirmed"),
    (
        "POST /control/messages",
        "push a message: {\"chat_id\": 1, \"text\": \"Hello\"}",
    ),
    ("POST /control/faults", "inject a fault, or a list of them"),
    (
        "GET /control/faults",
        "the faults that are left; DELETE forgets them",
    ),
    (
        "GET /control/calls",
        "what was received; ?method=M and ?after=NUMBER choose",
    ),
    (
        "POST /control/files",
        "put a file there: ?file_id=ID&file_name=NAME, its bytes as body",
    ),
    ("POST /control/reset", "forget everything"),
];

/// The largest body, in bytes.
const MOST_BYTES: usize = 64 << 20;

/// Everything under `/control`.
pub(super) fn control_router() -> Router<Arc<AppState>> {
    Router::new()
        .route("/", get(list_routes))
        .route("/updates", post(push_updates).get(list_pending))
        .route("/messages", post(push_message))
        .route(
            "/faults",
            post(inject_faults).get(list_faults).delete(clear_faults),
        )
        .route("/calls", get(list_calls))
        .route("/files", post(put_file))
        .route("/reset", post(reset_state))
        .layer(DefaultBodyLimit::max(MOST_BYTES))
}

/// The query parameters of an address.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct Choice {
    token: Option<String>,
    method: Option<String>,
    after: Option<u64>,
    file_id: Option<String>,
    file_name: Option<String>,
}

impl Choice {
    fn bot_token<'a>(&'a self, shared: &'a AppState) -> &'a str {
        self.token.as_deref().unwrap_or(&shared.options.token)
    }

    fn matches_record(&self, record: &Record) -> bool {
        let is = |wanted: &Option<String>, found: &str| {
            wanted
                .as_ref()
                .is_none_or(|wanted| wanted.eq_ignore_ascii_case(found))
        };
        let is_after = self.after.is_none_or(|after| record.number > after);
        is(&self.token, &record.token) && is(&self.method, &record.method) && is_after
    }
}

type Done = Result<Value, String>;

fn respond(done: Done) -> Response<Body> {
    match done {
        Ok(value) => respond::json_response(200, &value),
        Err(why) => respond::json_response(400, &json!({ "error": why })),
    }
}

async fn list_routes() -> Response<Body> {
    let routes = ROUTES.map(|(route, what)| (route.to_owned(), what.into()));
    respond(Ok(Value::Object(routes.into_iter().collect())))
}

async fn push_updates(
    State(shared): State<Arc<AppState>>,
    Query(choice): Query<Choice>,
    body: Bytes,
) -> Response<Body> {
    let done = parse_values(&body).and_then(|updates| {
        let token = choice.bot_token(&shared);
        // All or none.
        if let Some(other) = updates.iter().find(|update| !update.is_object()) {
            return Err(format!("an update is a JSON object, not {other}"));
        }
        let ids = updates
            .into_iter()
            .map(|update| shared.push_update(token, update));
        let ids: Vec<i64> = ids.collect::<Result<_, _>>()?;
        Ok(json!({ "update_ids": ids }))
    });
    respond(done)
}

async fn list_pending(
    State(shared): State<Arc<AppState>>,
    Query(choice): Query<Choice>,
) -> Response<Body> {
    let pending = shared
        .lock_state()
        .bot(choice.bot_token(&shared))
        .queue
        .peek(usize::MAX);
    respond(Ok(json!({ "updates": pending })))
}

async fn push_message(
    State(shared): State<Arc<AppState>>,
    Query(choice): Query<Choice>,
    body: Bytes,
) -> Response<Body> {
    #[derive(Deserialize)]
    #[serde(deny_unknown_fields)]
    struct Text {
        chat_id: i64,
        text: String,
    }
    let text: Result<Text, _> = serde_json::from_slice(&body);
    let done = text.map_err(|error| error.to_string()).and_then(|text| {
        let id = shared.push_message(choice.bot_token(&shared), text.chat_id, &text.text)?;
        Ok(json!({ "update_ids": [id] }))
    });
    respond(done)
}

async fn inject_faults(State(shared): State<Arc<AppState>>, body: Bytes) -> Response<Body> {
    let done = parse_values(&body).and_then(|faults| {
        let faults = faults.into_iter().map(Fault::from_json);
        let faults: Vec<Fault> = faults.collect::<Result<_, _>>()?;
        shared.inject_faults(faults)?;
        Ok(json!({ "faults": shared.lock_state().faults.armed() }))
    });
    respond(done)
}

async fn list_faults(State(shared): State<Arc<AppState>>) -> Response<Body> {
    respond(Ok(json!({ "faults": shared.lock_state().faults.armed() })))
}

async fn clear_faults(State(shared): State<Arc<AppState>>) -> Response<Body> {
    shared.change(|state| state.faults.clear());
    respond(Ok(json!({ "faults": [] })))
}

async fn list_calls(
    State(shared): State<Arc<AppState>>,
    Query(choice): Query<Choice>,
) -> Response<Body> {
    let state = shared.lock_state();
    let chosen: Vec<&Record> = state
        .records
        .all()
        .filter(|one| choice.matches_record(one))
        .collect();
    respond(Ok(
        json!({ "calls": chosen, "received": state.records.count() }),
    ))
}

async fn put_file(
    State(shared): State<Arc<AppState>>,
    Query(choice): Query<Choice>,
    body: Bytes,
) -> Response<Body> {
    let Some(file_id) = &choice.file_id else {
        return respond(Err("`file_id` is missing".to_owned()));
    };
    let upload = Upload::from_bytes(choice.file_name.as_deref().unwrap_or_default(), body);
    let token = choice.bot_token(&shared);
    let stored = shared.change(|state| state.bot(token).files.add_as(file_id, &upload));
    respond(Ok(json!(stored)))
}

async fn reset_state(State(shared): State<Arc<AppState>>) -> Response<Body> {
    shared.change(|state| *state = Current::default());
    respond(Ok(json!({})))
}

/// The values of a body: one, a list of them, or one on each line.
pub(crate) fn parse_values(body: &[u8]) -> Result<Vec<Value>, String> {
    let values = serde_json::Deserializer::from_slice(body).into_iter::<Value>();
    let values = values.collect::<Result<Vec<_>, _>>();
    let values = values.map_err(|error| format!("can't parse JSON: {error}"))?;
    let flat = values.into_iter().flat_map(|value| match value {
        Value::Array(items) => items,
        one => vec![one],
    });
    Ok(flat.collect())
}
