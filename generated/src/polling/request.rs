//! The traits by which generated code describes an API's updates.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::Api;
use crate::request::Request;
use crate::response::incoming::{Incoming, Sequenced};

/// An API that has updates for its bots.
pub trait UpdateApi: Api {
    /// The type of an update.
    type Update: Sequenced + Serialize + DeserializeOwned;
    /// The request for updates.
    type UpdateRequest: UpdateRequest<Api = Self, Update = Self::Update> + Default;
}

/// A request for updates, which [`Bot::updates_with`](crate::Bot::updates_with) sends again and
/// again.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no request for updates",
    note = "make one that holds no bot, such as `GetUpdates::new()`"
)]
pub trait UpdateRequest:
    Request<Response = Vec<Incoming<<Self as UpdateRequest>::Update>>> + Clone + Send + Sync + 'static
{
    /// The type of an update.
    type Update: Sequenced + Serialize + DeserializeOwned;

    /// The number of the first update to return. The server forgets all updates before it. Without
    /// a number, it starts with the first update that it has not forgotten; a negative number
    /// counts from the end.
    fn offset_mut(&mut self) -> &mut Option<i64>;

    /// The maximum number of updates to return, if the API has such a parameter.
    fn limit_mut(&mut self) -> Option<&mut Option<i64>> {
        None
    }

    /// The time in seconds for which the server may wait for an update, if the API has long
    /// polling.
    fn timeout_mut(&mut self) -> Option<&mut Option<i64>> {
        None
    }
}
