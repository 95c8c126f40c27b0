//! A webhook over the types of the crate `http`, which most web frameworks use.

use std::fmt::Display;
use std::future::{Future, poll_fn};
use std::pin::pin;

use bytes::Buf;
use http::{HeaderValue, Request, Response, StatusCode, header::CONTENT_TYPE};

use super::error::WebhookError;
use super::reply::Reply;
use super::{SECRET_HEADER, Webhook};
use crate::polling::request::UpdateApi;
use crate::response::incoming::Incoming;
use crate::transport::body::Body;

/// The most bytes of an update. A server that knows the secret sends some kilobytes.
const UPDATE_LIMIT: usize = 16 * 1024 * 1024;

impl<A: UpdateApi> Webhook<A> {
    /// Handles one HTTP request: checks its secret, reads its update, has `handle` handle it, and
    /// responds with what that returns: nothing, `()`, or a request that the server is to execute.
    ///
    /// It works with each framework that has the types of the crate `http`. With axum:
    ///
    #[cfg_attr(all(feature = "telegram", feature = "client"), doc = "```no_run")]
    #[cfg_attr(not(all(feature = "telegram", feature = "client")), doc = "```ignore")]
    /// use axum::{Router, extract::Request};
    /// use generated::telegram::{SendMessage, Telegram, Update, UpdateKind};
    /// use generated::{Incoming, Webhook};
    ///
    /// # async fn listen(listener: tokio::net::TcpListener) -> Result<(), Box<dyn std::error::Error>> {
    /// let webhook = Webhook::<Telegram>::new("the-secret-of-setWebhook")?;
    /// let app = Router::new().fallback(move |it: Request| webhook.clone().serve(it, echo));
    /// axum::serve(listener, app).await?;
    /// # Ok(())
    /// # }
    ///
    /// async fn echo(update: Incoming<Update>) -> Option<SendMessage> {
    ///     match update.ok()?.kind() {
    ///         UpdateKind::Message(it) => Some(SendMessage::new(it.chat.id, it.text.as_ref()?)),
    ///         _ => None,
    ///     }
    /// }
    /// ```
    ///
    /// A request without the secret gets the status of its [`WebhookError`], before its body is read.
    /// The server repeats the update if the response is not a success: also if a file of the reply can't
    /// be read (500). The response is sent when `handle` is done, so that the server counts the update
    /// as handled.
    pub async fn serve<B, F>(
        self,
        request: Request<B>,
        handle: impl FnOnce(Incoming<A::Update>) -> F,
    ) -> Response<Body>
    where
        B: http_body::Body<Error: Display>,
        F: Future<Output: Reply<A>>,
    {
        let update = match self.read(request).await {
            Ok(update) => update,
            Err((status, reason)) => return respond(status, reason),
        };
        match handle(update).await.into_body() {
            Ok(None) => respond(StatusCode::OK, String::new()),
            Ok(Some(body)) => with_type(StatusCode::OK, body),
            Err(error) => respond(StatusCode::INTERNAL_SERVER_ERROR, error.to_string()),
        }
    }

    /// Reads the update in a request; otherwise, returns the status and the text of the response.
    async fn read<B: http_body::Body<Error: Display>>(
        &self,
        request: Request<B>,
    ) -> Result<Incoming<A::Update>, (StatusCode, String)> {
        let secret = request.headers().get(SECRET_HEADER);
        let secret = secret.and_then(|secret| secret.to_str().ok());
        self.check(secret).map_err(refusal)?;
        let body = read_body(request.into_body()).await?;
        super::parse(&body).map_err(refusal)
    }
}

fn refusal(error: WebhookError) -> (StatusCode, String) {
    let status = StatusCode::from_u16(error.status()).unwrap_or(StatusCode::BAD_REQUEST);
    (status, error.to_string())
}

async fn read_body<B>(body: B) -> Result<Vec<u8>, (StatusCode, String)>
where
    B: http_body::Body<Error: Display>,
{
    let mut body = pin!(body);
    let mut bytes = Vec::new();
    while let Some(frame) = poll_fn(|context| body.as_mut().poll_frame(context)).await {
        let frame = frame.map_err(|error| (StatusCode::BAD_REQUEST, error.to_string()))?;
        let Ok(mut data) = frame.into_data() else {
            continue; // Trailers.
        };
        if data.remaining() > UPDATE_LIMIT - bytes.len() {
            let reason = format!("the update has more than {UPDATE_LIMIT} bytes");
            return Err((StatusCode::PAYLOAD_TOO_LARGE, reason));
        }
        while data.has_remaining() {
            let chunk = data.chunk();
            bytes.extend_from_slice(chunk);
            let length = chunk.len();
            data.advance(length);
        }
    }
    Ok(bytes)
}

fn respond(status: StatusCode, text: String) -> Response<Body> {
    with_type(status, Body::new_text("text/plain; charset=utf-8", text))
}

fn with_type(status: StatusCode, body: Body) -> Response<Body> {
    let content_type = HeaderValue::from_str(body.content_type());
    let mut response = Response::new(body);
    *response.status_mut() = status;
    if let Ok(content_type) = content_type {
        response.headers_mut().insert(CONTENT_TYPE, content_type);
    }
    response
}
