//! A call of each method of each API, with all its parameters set, written from the schema by
//! this package's `build.rs`.

use std::future::Future;
use std::pin::Pin;

use generated::Error;
use serde::Serialize;
use serde_json::Value;

/// A call under way, which ends with the JSON of its response.
pub(crate) type Calling<'a> = Pin<Box<dyn Future<Output = Result<Value, Error>> + 'a>>;

fn json(response: impl Serialize) -> Value {
    serde_json::to_value(response).unwrap()
}

/// A method, and a function that calls it.
pub(crate) struct Every<B> {
    /// The method's name on the wire.
    pub(crate) method: &'static str,
    /// The names of all its parameters.
    pub(crate) params: &'static [&'static str],
    /// Calls it with all of them.
    pub(crate) call: for<'a> fn(&'a B) -> Calling<'a>,
}

/// The methods of SafeW.
pub(crate) mod safew {
    use super::json;
    pub(crate) use generated::safew::Bot;
    use generated::{InputFile, Request as _, safew::*};

    include!(concat!(env!("OUT_DIR"), "/safew.rs"));
}

/// The methods of Telegram.
pub(crate) mod telegram {
    use super::json;
    pub(crate) use generated::telegram::Bot;
    use generated::{InputFile, Request as _, telegram::*};

    include!(concat!(env!("OUT_DIR"), "/telegram.rs"));
}

/// The methods of Telegram's Gateway.
pub(crate) mod telegram_gateway {
    use super::json;
    use generated::Request as _;
    pub(crate) use generated::telegram_gateway::Bot;

    include!(concat!(env!("OUT_DIR"), "/telegram_gateway.rs"));
}

/// The methods of Zalo.
pub(crate) mod zalo {
    use super::json;
    use generated::Request as _;
    pub(crate) use generated::zalo::Bot;

    include!(concat!(env!("OUT_DIR"), "/zalo.rs"));
}
