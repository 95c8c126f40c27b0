//! A request: in come a method's parameters, out go its JSON body and the files to upload.
//! No I/O happens here.

pub(crate) mod body;
pub(crate) mod file_uri;
pub(crate) mod files;
pub(crate) mod input_file;
pub(crate) mod measured;
pub(crate) mod members;
pub(crate) mod validate;

use std::time::Duration;

use serde::Serialize;
use serde::de::DeserializeOwned;

use self::files::Files;
use self::validate::Invalid;
use crate::api::Api;

/// A call of one method, with its parameters. It serialises to the JSON object that the method
/// takes.
pub trait Request: Serialize {
    /// The API that has the method.
    type Api: Api;
    /// What the method returns when it succeeds.
    type Response: DeserializeOwned;
    /// The method's name on the wire.
    const METHOD: &'static str;

    /// Puts the files that are to be uploaded with the request into `files`.
    fn files<'a>(&'a self, files: &mut Files<'a>) {
        let _ = files;
    }

    /// How long the request asks the server to wait before it answers: the timeout of a long
    /// poll. A transport is that much more patient.
    fn hold(&self) -> Duration {
        Duration::ZERO
    }

    /// Holds the parameters against the limits that the reference states: lengths, sizes, ranges,
    /// and what is required only if. Nobody calls this unless you do.
    ///
    /// What it refuses, the server would. The server may still refuse what it lets pass: above
    /// all, the length of a text with a parse mode is known only once its markup is read.
    ///
    /// # Errors
    ///
    /// The first parameter that breaks a limit.
    fn validate(&self) -> Result<(), Invalid> {
        Ok(())
    }

    /// The parameters as a JSON object.
    ///
    /// # Errors
    ///
    /// Where a value has no JSON form, such as a number that is infinite.
    fn body(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}
