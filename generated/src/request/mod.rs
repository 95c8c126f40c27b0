//! The trait of all requests: a method's parameters as JSON, and the files to upload.

pub(crate) mod server;
pub(crate) mod validate;

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use self::server::ServerKind;
use self::validate::ValidationError;
use crate::api::Api;
use crate::call::endpoint::Endpoint;
use crate::upload::files::Files;

/// A call of one method, with its parameters. It serializes to the JSON object that the method
/// accepts.
pub trait Request: Serialize {
    /// The API that has the method.
    type Api: Api;
    /// The type that the method returns.
    type Response: DeserializeOwned;
    /// The method's name in the API, such as `sendMessage`.
    const METHOD: &'static str;
    /// The names in JSON of all parameters that the method has, whether the request sets them or not:
    /// constants first, then those that are required. A request of your own may leave this out.
    const PARAMS: &'static [&'static str] = &[];
    /// Pairs of parameters of which a request sets one: a parse mode, and the formatted ranges of the
    /// same text.
    const ALTERNATIVES: &'static [(&'static str, &'static str)] = &[];

    /// The verb and the path of the method, and the parameters that are in its URL.
    const ENDPOINT: &'static Endpoint = &Endpoint::POST;

    /// Adds the files to upload with the request to `files`.
    fn files<'a>(&'a self, files: &mut Files<'a>) {
        let _ = files;
    }

    /// The time for which the request asks the server to wait for news before it responds: the
    /// timeout of a long poll. A transport adds it to its own time limit.
    fn long_poll_timeout(&self) -> Duration {
        Duration::ZERO
    }

    /// Checks the parameters against the limits that the reference states: lengths, sizes, ranges,
    /// and which of them are required under a condition. The crate never calls this by itself.
    ///
    /// The server also refuses everything that this refuses. It may refuse what this accepts: above
    /// all, the length of a text with a parse mode is only known once its markup has been parsed.
    ///
    /// A server that users run themselves may allow more than the API's own. A request that was
    /// created by a method of a [`Bot`](crate::Bot) knows the bot's server. Any other is checked
    /// against the wider limits; [`validate_for`](Self::validate_for) checks it for a server.
    ///
    /// # Errors
    ///
    /// Returns the first limit that is broken.
    fn validate(&self) -> Result<(), ValidationError> {
        self.validate_for(self.server())
    }

    /// Checks the parameters against the limits of a server, such as
    /// [that of a bot](crate::Bot::server_kind): see [`validate`](Self::validate).
    ///
    /// # Errors
    ///
    /// Returns the first limit that is broken.
    fn validate_for(&self, server: ServerKind) -> Result<(), ValidationError> {
        let _ = server;
        Ok(())
    }

    /// The server that the request goes to, as far as its limits depend on that.
    fn server(&self) -> ServerKind {
        ServerKind::Unknown
    }

    /// Writes the parameters as a JSON object.
    ///
    /// # Errors
    ///
    /// Returns an error if a value has no JSON form, such as an infinite number.
    fn to_json(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}

impl<'a> Files<'a> {
    /// Collects the files of a request.
    pub fn of(request: &'a impl Request) -> Self {
        let mut files = Self::default();
        request.files(&mut files);
        files
    }
}
