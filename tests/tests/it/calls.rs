//! A call of each method of each API, with all its parameters set, written from the schema by
//! this package's `build.rs`.

use std::future::Future;
use std::pin::Pin;

use generated::Error;

/// A call on its way.
pub(crate) type Calling<'a> = Pin<Box<dyn Future<Output = Result<(), Error>> + 'a>>;

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
    pub(crate) use generated::safew::Bot;
    use generated::{InputFile, Request as _, safew::*};

    include!(concat!(env!("OUT_DIR"), "/safew.rs"));
}

/// The methods of Telegram.
pub(crate) mod telegram {
    pub(crate) use generated::telegram::Bot;
    use generated::{InputFile, Request as _, telegram::*};

    include!(concat!(env!("OUT_DIR"), "/telegram.rs"));
}
