//! Requests: what each of them does in the same way.

/// Writes a request's parameters, and sends it where it is awaited.
macro_rules! call {
    ($name:ident of $api:ident by $bot:ident $([$tag:literal = $constant:literal])* {
        $($field:ident $(: $wire:literal)?),*
    } $(? { $($maybe:ident $(: $maybe_wire:literal)?),* })?) => {
        crate::support::write_object!($name<B> $([$tag = $constant])* {
            $($field $(: $wire)?),*
        } $(? { $($maybe $(: $maybe_wire)?),* })?);

        impl<'a, T: crate::Transport> IntoFuture for $name<&'a crate::Bot<$api, T>> {
            type Output = Result<<Self as crate::Request>::Response, crate::Error>;
            type IntoFuture = crate::SendFuture<'a, <Self as crate::Request>::Response>;

            fn into_future(self) -> Self::IntoFuture {
                crate::support::send_owned(self.$bot, self)
            }
        }
    };
}

pub(crate) use call;
