//! What generated code says of an API's updates: which request asks for them, and how.

use serde::Serialize;
use serde::de::DeserializeOwned;

use crate::api::Api;
use crate::request::Request;
use crate::response::incoming::{Incoming, Numbered};

/// An API that has updates for its bots.
pub trait UpdateApi: Api {
    /// An update: one piece of news.
    type Update: Numbered + Serialize + DeserializeOwned;
    /// The request that asks for them.
    type Updates: UpdateRequest<Api = Self, Update = Self::Update> + Default;
}

/// A request for updates, which [`Bot::updates_by`](crate::Bot::updates_by) sends again and again.
#[diagnostic::on_unimplemented(
    message = "`{Self}` is no request for updates",
    note = "make one that holds no bot, such as `GetUpdates::new()`"
)]
pub trait UpdateRequest:
    Request<Response = Vec<Incoming<<Self as UpdateRequest>::Update>>> + Clone + Send + Sync + 'static
{
    /// An update: one piece of news.
    type Update: Numbered + Serialize + DeserializeOwned;

    /// The number of the first update that is wanted. The server forgets all those before it.
    /// Where there is none, it starts with the first that it has not forgotten; a negative number
    /// counts from the end.
    fn offset_mut(&mut self) -> &mut Option<i64>;

    /// How many updates are wanted at most, where the API lets that be chosen.
    fn limit_mut(&mut self) -> Option<&mut Option<i64>> {
        None
    }

    /// For how many seconds the server may wait for an update, where the API has long polling.
    fn timeout_mut(&mut self) -> Option<&mut Option<i64>> {
        None
    }
}
