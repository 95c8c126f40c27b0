//! A request: in come a method's parameters, out go its JSON body and the files to upload.
//! No I/O happens here.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::Api;
use crate::files::Files;

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

    /// The parameters as a JSON object.
    ///
    /// # Errors
    ///
    /// Where a value has no JSON form, such as a number that is infinite.
    fn body(&self) -> Result<String, serde_json::Error> {
        serde_json::to_string(self)
    }
}
