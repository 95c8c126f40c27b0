//! Updates that the server brings: in comes the body of its call, out goes the update; in goes a
//! request, out comes the body of the answer. The web framework is yours.

mod answer;
mod error;
mod secret;

use std::fmt;
use std::marker::PhantomData;

use crate::error::Error;
use crate::polling::UpdateApi;
use crate::request::Request;
use crate::request::body::Body;
use crate::response::incoming::Incoming;

use self::secret::Secret;

pub use self::error::WebhookError;
pub use self::secret::InvalidSecret;

/// The header in which a server says the secret that `setWebhook` told it. The case of its letters
/// does not matter.
pub const SECRET_HEADER: &str = "X-Telegram-Bot-Api-Secret-Token";

/// What a bot of the API `A` needs to be called by its server.
///
#[cfg_attr(feature = "telegram", doc = "```")]
#[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
/// use generated::telegram::{SendMessage, Telegram};
/// use generated::{Incoming, Webhook};
///
/// # fn main() -> Result<(), Box<dyn std::error::Error>> {
/// let webhook = Webhook::<Telegram>::new("what-setWebhook-was-told")?;
///
/// // A call comes in, with what your framework gives as its header and its body.
/// let header = Some("what-setWebhook-was-told");
/// let update = webhook.read(header, br#"{"update_id":1}"#)?;
/// assert_eq!(update.number(), Some(1));
///
/// // Whoever does not know the secret is sent away.
/// let error = webhook.read(None, b"{}").unwrap_err();
/// assert_eq!(error.status(), 401);
///
/// // An answer may call a method.
/// let body = webhook.answer(&SendMessage::new(42, "Hello!"))?;
/// assert_eq!(body.content_type(), "application/json");
/// # Ok(())
/// # }
/// ```
pub struct Webhook<A> {
    secret: Secret,
    api: PhantomData<fn() -> A>,
}

impl<A: UpdateApi> Webhook<A> {
    /// A webhook for calls with this secret, which `setWebhook` takes as `secret_token`.
    ///
    /// # Errors
    ///
    /// Where the secret is not made of 1 to 256 of the characters `A-Z`, `a-z`, `0-9`, `_` and `-`.
    pub fn new(secret: impl Into<String>) -> Result<Self, InvalidSecret> {
        Ok(Self {
            secret: Secret::new(secret.into())?,
            api: PhantomData,
        })
    }

    /// The update in the body of a call, if the call has the secret in [`SECRET_HEADER`]. How long
    /// it takes to compare them says nothing about the secret.
    ///
    /// An update that is JSON but can't be read comes as [`Incoming::Unread`]. Answer it with
    /// success all the same: the server sends what was refused again.
    ///
    /// # Errors
    ///
    /// Where the secret is missing or wrong, or the body is no JSON.
    /// [`WebhookError::status`] is what to answer.
    pub fn read(
        &self,
        secret: Option<&str>,
        body: &[u8],
    ) -> Result<Incoming<A::Update>, WebhookError> {
        let secret = secret.ok_or(WebhookError::SecretMissing)?;
        if !self.secret.is(secret) {
            return Err(WebhookError::SecretWrong);
        }
        serde_json::from_slice(body).map_err(WebhookError::Body)
    }

    /// The body of an answer that calls a method: the server does it, and tells nobody what came
    /// of it. It goes with the status 200, and with the content type that it states.
    ///
    /// Where files go with the request, it opens those on the disk, so it may block for a moment.
    ///
    /// # Errors
    ///
    /// Where the request has no JSON form, or one of its files can't be opened.
    pub fn answer<R: Request<Api = A>>(&self, request: &R) -> Result<Body, Error> {
        answer::body(request)
    }
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
