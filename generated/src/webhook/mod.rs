//! Updates by webhook: the body of the server's request becomes an update, and a request of the bot
//! becomes the body of the response. You bring the web framework. With the feature `http`,
//! [`Webhook::serve`] is the handler of those that use the crate `http`.

pub(crate) mod error;
#[cfg(feature = "http")]
pub(crate) mod reply;
mod response_body;
pub(crate) mod secret;
#[cfg(feature = "http")]
mod serve;

use std::fmt;
use std::marker::PhantomData;

use serde::de::DeserializeOwned;

use self::error::WebhookError;
use self::secret::{InvalidSecret, Secret};
use crate::error::Error;
use crate::polling::request::UpdateApi;
use crate::request::Request;
use crate::response;
use crate::response::incoming::{Incoming, Sequenced};
use crate::transport::body::Body;

/// The name of the header in which the server sends the secret that was passed to `setWebhook`.
/// Like all header names, it is case-insensitive.
pub const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

/// The endpoint to which the server of the API `A` sends updates.
///
/// The feature `http` has a handler for web frameworks: `Webhook::serve`. With any other framework:
///
#[cfg_attr(feature = "telegram", doc = "```")]
#[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
/// use generated::telegram::{SendMessage, Telegram};
/// use generated::{Incoming, Webhook};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let webhook = Webhook::<Telegram>::new("the-secret-of-setWebhook")?;
///
/// // A request arrives. Your framework provides its header and its body.
/// let header = Some("the-secret-of-setWebhook");
/// let update = webhook.parse_update(header, br#"{"update_id":1}"#)?;
/// assert_eq!(update.sequence_id(), Some(1));
///
/// // A request without the secret is refused.
/// let error = webhook.parse_update(None, b"{}").unwrap_err();
/// assert_eq!(error.status(), 401);
///
/// // The response may call a method.
/// let body = webhook.response_body(&SendMessage::new(42, "Hello!"))?;
/// assert_eq!(body.content_type(), "application/json");
/// # Ok(())
/// # }
/// ```
pub struct Webhook<A> {
    secret: Secret,
    api: PhantomData<fn() -> A>,
}

impl<A: UpdateApi> Webhook<A> {
    /// Creates a webhook with the secret that is passed to `setWebhook` as `secret_token`.
    ///
    /// # Errors
    ///
    /// Returns an error if the secret does not consist of 1 to 256 of the characters `A-Z`, `a-z`, `0-9`, `_` and `-`.
    pub fn new(secret: impl Into<String>) -> Result<Self, InvalidSecret> {
        Ok(Self {
            secret: Secret::new(secret.into())?,
            api: PhantomData,
        })
    }

    /// Parses the update in the body of a request, if `secret`, the value of the header
    /// [`SECRET_HEADER`], is right. The time to compare it reveals nothing about the secret.
    ///
    /// An update that is JSON but can't be parsed is returned as [`Incoming::Malformed`]. Respond
    /// to it with success too, or the server sends it again.
    ///
    /// # Errors
    ///
    /// Returns an error if the secret is missing or wrong, or if the body is not JSON. Respond with
    /// its [`WebhookError::status`].
    pub fn parse_update(
        &self,
        secret: Option<&str>,
        body: &[u8],
    ) -> Result<Incoming<A::Update>, WebhookError> {
        self.check(secret)?;
        parse(body)
    }

    fn check(&self, secret: Option<&str>) -> Result<(), WebhookError> {
        let secret = secret.ok_or(WebhookError::SecretMissing)?;
        let is_right = self.secret.matches(secret);
        is_right.then_some(()).ok_or(WebhookError::SecretWrong)
    }

    /// Opens the body of a response that calls a method: the server executes it, and does not
    /// report the result. Send it with the status 200 and its
    /// [content type](Body::content_type).
    ///
    /// This opens the files on the disk that the request has, so it may block for a moment.
    ///
    /// # Errors
    ///
    /// Returns an error if the request has no JSON form, or if one of its files can't be opened.
    pub fn response_body<R: Request<Api = A>>(&self, request: &R) -> Result<Body, Error> {
        response_body::open_body(request)
    }
}

/// Parses the body of a request.
fn parse<U: DeserializeOwned + Sequenced>(body: &[u8]) -> Result<Incoming<U>, WebhookError> {
    response::parse_or_repair(body).map_err(WebhookError::Body)
}

impl<A> Clone for Webhook<A> {
    fn clone(&self) -> Self {
        Self {
            secret: self.secret.clone(),
            api: PhantomData,
        }
    }
}

impl<A: UpdateApi> fmt::Debug for Webhook<A> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_struct("Webhook")
            .field("api", &A::NAME)
            .finish_non_exhaustive()
    }
}
