//! Requests: the code that is the same for each of them.

/// Serialises a request to the JSON object of its parameters, and sends it when it is awaited.
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
