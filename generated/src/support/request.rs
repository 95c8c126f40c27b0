//! Requests: the code that is the same for each of them.

use crate::api::Api;
use crate::bot::Bot;
use crate::request::server::ServerKind;

/// The bot that a request holds, or `()` for none.
pub(crate) trait RequestBot {
    /// The server that the request goes to.
    fn server_kind(&self) -> ServerKind;
}

impl RequestBot for () {
    fn server_kind(&self) -> ServerKind {
        ServerKind::Unknown
    }
}

impl<A: Api, T> RequestBot for &Bot<A, T> {
    fn server_kind(&self) -> ServerKind {
        (**self).server_kind()
    }
}

/// Serialises a request to the JSON object of its parameters, lists their names, and sends it when it
/// is awaited.
///
/// ```text
/// request! { SendMessage of Telegram, required { chat_id, text } optional { parse_mode } }
/// ```
macro_rules! request {
    ($name:ident of $api:ident
    $(, $(constants { $($constant:literal = $value:literal),* })?
    $(required { $($required:ident $(: $required_name:literal)?),* })?
    $(optional { $($optional:ident $(: $optional_name:literal)?),* })?)?) => {
        crate::support::serialize_object! { $name<B>,
            constants { $($($($constant = $value),*)?)? }
            required { $($($($required $(: $required_name)?),*)?)? }
            optional { $($($($optional $(: $optional_name)?),*)?)? }
        }

        impl<B> $name<B> {
            const PARAM_NAMES: &'static [&'static str] = &[
                $($($($constant,)*)?)?
                $($($(crate::support::json_name!($required $($required_name)?),)*)?)?
                $($($(crate::support::json_name!($optional $($optional_name)?),)*)?)?
            ];
        }

        impl<'a, T: crate::Transport> IntoFuture for $name<&'a crate::Bot<$api, T>> {
            type Output = Result<<Self as crate::Request>::Response, crate::Error>;
            type IntoFuture = crate::SendFuture<'a, <Self as crate::Request>::Response>;

            fn into_future(self) -> Self::IntoFuture {
                crate::support::send_owned(self.bot, self)
            }
        }
    };
}

pub(crate) use request;
