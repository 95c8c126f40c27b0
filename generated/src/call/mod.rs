//! How the methods of an API are called and answered: URLs, headers, verbs, places of parameters,
//! the envelope of answers. The manifest of an API states it, and generated code has it as constants.

pub(crate) mod endpoint;
pub(crate) mod envelope;
pub(crate) mod params;
pub(crate) mod target;
pub(crate) mod urls;

use self::envelope::{Envelope, SuccessValue};
use self::urls::Urls;

/// The way in which the methods of an API are called, and its answers are read.
///
/// ```
/// use generated::{CallFormat, Envelope, SuccessValue, Urls};
///
/// const PIGEONPOST: CallFormat = CallFormat::new(Urls::new("{base}/v3/{path}"))
///     .with_headers(&[("Authorization", "Bearer {token}")])
///     .with_envelope(
///         Envelope::new()
///             .with_success("code", &[SuccessValue::Number(0)])
///             .with_result("data")
///             .with_code("code")
///             .with_message("message"),
///     );
/// ```
#[derive(Clone, Copy, Debug)]
pub struct CallFormat {
    pub(crate) urls: Urls,
    pub(crate) headers: &'static [(&'static str, &'static str)],
    pub(crate) envelope: Envelope,
    pub(crate) has_form_body: bool,
}

impl CallFormat {
    /// The way of Telegram and the platforms like it: `POST <base>/bot<token>/<method>`, answered by
    /// `{"ok": true, "result": …}`.
    pub const BOT_API: Self = Self::new(
        Urls::new("{base}/bot{token}/{method}").with_files("{base}/file/bot{token}/{path}"),
    )
    .with_envelope(
        Envelope::new()
            .with_success("ok", &[SuccessValue::Flag(true)])
            .with_result("result")
            .with_code("error_code")
            .with_message("description"),
    );

    /// Creates a format with these URLs: no headers, JSON bodies, and answers without an envelope.
    pub const fn new(urls: Urls) -> Self {
        Self {
            urls,
            headers: &[],
            envelope: Envelope::new(),
            has_form_body: false,
        }
    }

    /// Sets the headers of every call, by name. `{token}` stands for the bot's token.
    #[must_use]
    pub const fn with_headers(self, headers: &'static [(&'static str, &'static str)]) -> Self {
        Self { headers, ..self }
    }

    /// Sets how an answer is read.
    #[must_use]
    pub const fn with_envelope(self, envelope: Envelope) -> Self {
        Self { envelope, ..self }
    }

    /// Sends the parameters of a body as `application/x-www-form-urlencoded`, in place of JSON.
    #[must_use]
    pub const fn with_form_body(self) -> Self {
        Self {
            has_form_body: true,
            ..self
        }
    }
}
