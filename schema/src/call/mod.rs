//! `call:` of `api.yaml`: how the methods of an API are called, and how their answers are read.
//!
//! All of it has a default, which is how Telegram and the platforms like it are called:
//! `POST <base_url>/bot<token>/<method>`, answered by `{"ok": true, "result": …}`.

mod envelope;
mod template;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

pub use envelope::{Envelope, Success};
pub use template::{Piece, Template};

use crate::schema::{Http, Verb};
use crate::yaml::unique_keys;
use template::{read_file_url, read_header, read_method_url};

/// The URL of a method, and that of a file, where a manifest names none.
const METHOD_URL: &str = "{base}/bot{token}/{method}";
const FILE_URL: &str = "{base}/file/bot{token}/{path}";

/// The way in which the methods of an API are called.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields, default)]
pub struct Call {
    /// The URL of a method: `{base}` is the server, `{token}` the bot's token, `{method}` the name
    /// of the method, and `{path}` its path or, where it has none, its name.
    #[serde(deserialize_with = "read_method_url")]
    pub url: Template,
    /// The URL of a file, whose `{path}` an earlier answer states. Without it, an API with a `url`
    /// of its own has no downloads.
    #[serde(
        deserialize_with = "read_file_url",
        skip_serializing_if = "Option::is_none"
    )]
    pub files: Option<Template>,
    /// Headers of every call, such as `Authorization: Bearer {token}`.
    #[serde(skip_serializing_if = "BTreeMap::is_empty")]
    pub headers: BTreeMap<String, Header>,
    /// The verb of the methods that have none of their own.
    pub verb: Verb,
    /// The format of the parameters in a body.
    pub body: BodyFormat,
    /// The verb and path of methods, where the page does not state them.
    #[serde(
        deserialize_with = "unique_keys",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub methods: BTreeMap<String, Http>,
    /// The form of an answer. It says all there is: where it is given, nothing of the default
    /// stays.
    pub response: Envelope,
    /// Which method delivers updates.
    #[serde(skip_serializing_if = "Option::is_none")]
    pub updates: Option<Updates>,
    /// Other places to call, such as a test environment, by name.
    #[serde(
        deserialize_with = "unique_keys",
        skip_serializing_if = "BTreeMap::is_empty"
    )]
    pub environments: BTreeMap<String, Environment>,
}

/// The value of a header.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(transparent)]
pub struct Header(#[serde(deserialize_with = "read_header")] pub Template);

/// The format of the parameters in a body. With files, they are a form of several parts.
#[derive(
    Clone, Copy, Debug, Default, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema,
)]
#[serde(rename_all = "lowercase")]
pub enum BodyFormat {
    /// A JSON object.
    #[default]
    Json,
    /// `application/x-www-form-urlencoded`.
    Form,
}

/// The URLs of another environment of the same API.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct Environment {
    /// The URL of a method, as in `url`.
    #[serde(deserialize_with = "read_method_url")]
    pub url: Template,
    /// The URL of a file, as in `files`.
    #[serde(
        default,
        deserialize_with = "read_file_url",
        skip_serializing_if = "Option::is_none"
    )]
    pub files: Option<Template>,
}

/// The receipt of updates by long polling.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(
    untagged,
    expecting = "expected `none`, or `{method: …, confirm: …, number: …}`"
)]
pub enum Updates {
    /// They are not.
    None(NoUpdates),
    /// By a method that is called again and again.
    LongPoll(LongPoll),
}

/// The word `none`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(rename_all = "lowercase")]
pub enum NoUpdates {
    /// There are none.
    None,
}

/// The method that delivers updates.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize, schemars::JsonSchema)]
#[serde(deny_unknown_fields)]
pub struct LongPoll {
    /// Its name: `getUpdates`.
    pub method: String,
    /// Its parameter that confirms all updates with a smaller number: `offset`.
    pub confirm: String,
    /// The field that numbers the updates: `update_id`.
    pub number: String,
}

impl Default for Call {
    fn default() -> Self {
        Self {
            url: Template::fixed(METHOD_URL),
            files: None,
            headers: BTreeMap::new(),
            verb: Verb::Post,
            body: BodyFormat::Json,
            methods: BTreeMap::new(),
            response: Envelope::of_bot_api(),
            updates: None,
            environments: BTreeMap::new(),
        }
    }
}

impl Call {
    /// The URL of a file, if the API has downloads.
    pub fn file_url(&self) -> Option<Template> {
        let usual = || (self.url.as_str() == METHOD_URL).then(|| Template::fixed(FILE_URL));
        self.files.clone().or_else(usual)
    }

    /// Checks whether the token is a part of a call.
    pub fn has_token(&self) -> bool {
        self.url.has("token") || self.headers.values().any(|header| header.0.has("token"))
    }
}

#[cfg(test)]
mod tests;
