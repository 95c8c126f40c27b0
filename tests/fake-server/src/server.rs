//! The server: an API and options in, a handle out that controls it.

use std::fmt;
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::api::Api;
use crate::fault::Fault;
use crate::files::StoredFile;
use crate::http;
use crate::options::Options;
use crate::record::Record;
use crate::request::Upload;
use crate::state::{AppState, State};

/// The reason why a running server can't be controlled so.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct ControlError(String);

impl fmt::Display for ControlError {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

impl std::error::Error for ControlError {}

/// A running server. It stops when this is dropped.
#[derive(Debug)]
pub struct Server {
    shared: Arc<AppState>,
    address: SocketAddr,
    tasks: [JoinHandle<()>; 2],
}

impl Server {
    /// Starts a server inside the current Tokio runtime, which must have its I/O and time
    /// enabled.
    ///
    /// # Errors
    ///
    /// If the address is no loopback address, or can't be listened on.
    pub async fn start(api: Api, options: Options) -> io::Result<Self> {
        if !options.address.ip().is_loopback() {
            let text = format!("{} is no loopback address", options.address.ip());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        }
        let listener = TcpListener::bind(options.address).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(AppState::new(api, options));
        let router = http::router(Arc::clone(&shared));
        let tasks = [
            tokio::spawn(http::accept::accept_connections(listener, router)),
            tokio::spawn(http::deliver_updates(Arc::clone(&shared))),
        ];
        Ok(Self {
            shared,
            address,
            tasks,
        })
    }

    /// The base URL, `http://127.0.0.1:8081`, without a slash at its end.
    pub fn url(&self) -> String {
        format!("http://{}", self.address)
    }

    /// Returns the address that it listens on.
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The token of the bot that the methods below speak of.
    pub fn token(&self) -> &str {
        &self.shared.options.token
    }

    /// Adds an update for the bot and returns its number: its `update_id`, or the next one where
    /// it has none.
    ///
    /// It is not checked against the schema, so that it can be one of a newer server.
    ///
    /// # Errors
    ///
    /// If it is no JSON object.
    pub fn push_update(&self, update: Value) -> Result<i64, ControlError> {
        let pushed = self.shared.push_update(self.token(), update);
        pushed.map_err(ControlError)
    }

    /// Adds an update for the bot of another token.
    ///
    /// # Errors
    ///
    /// If it is no JSON object.
    pub fn push_update_to(&self, token: &str, update: Value) -> Result<i64, ControlError> {
        self.shared.push_update(token, update).map_err(ControlError)
    }

    /// Adds an update with a text message from a user, and returns its number.
    ///
    /// # Errors
    ///
    /// If the API has no `Message`.
    pub fn push_message(&self, chat_id: i64, text: &str) -> Result<i64, ControlError> {
        let pushed = self.shared.push_message(self.token(), chat_id, text);
        pushed.map_err(ControlError)
    }

    /// The updates that the bot has not confirmed, without those that it does not want.
    pub fn pending_updates(&self) -> Vec<Value> {
        let mut state = self.shared.lock_state();
        state.bot(self.token()).queue.peek(usize::MAX)
    }

    /// Puts a file there that the bot can fetch by this identifier.
    pub fn add_file(
        &self,
        file_id: &str,
        file_name: &str,
        contents: impl Into<Vec<u8>>,
    ) -> StoredFile {
        let upload = Upload::from_bytes(file_name, Bytes::from(contents.into()));
        let add = |state: &mut State| state.bot(self.token()).files.add_as(file_id, &upload);
        self.shared.change(add)
    }

    /// The file of an identifier, uploaded or put there.
    pub fn file(&self, file_id: &str) -> Option<StoredFile> {
        self.shared
            .lock_state()
            .bot(self.token())
            .files
            .by_id(file_id)
    }

    /// Injects a fault. Several strike in the order in which they were injected, one a call.
    ///
    /// # Errors
    ///
    /// If it names a method that the API does not have, or a number that makes no sense.
    pub fn fault(&self, fault: Fault) -> Result<(), ControlError> {
        self.shared.inject_faults(vec![fault]).map_err(ControlError)
    }

    /// The faults that are left to strike.
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.lock_state().faults.armed().to_vec()
    }

    /// Forgets the faults that are left: no further call is struck.
    pub fn clear_faults(&self) {
        self.shared.change(|state| state.faults.clear());
    }

    /// Returns the calls received, the oldest first.
    pub fn calls(&self) -> Vec<Record> {
        self.shared.lock_state().records.all().cloned().collect()
    }

    /// Returns the calls received of this method.
    pub fn calls_of(&self, method: &str) -> Vec<Record> {
        let is_meant = |record: &Record| record.method.eq_ignore_ascii_case(method);
        let mut calls = self.calls();
        calls.retain(is_meant);
        calls
    }

    /// Waits until so many calls of a method were answered, and returns all that were received of
    /// it; `None` where there are fewer after this time.
    pub async fn wait_for(
        &self,
        method: &str,
        count: usize,
        within: Duration,
    ) -> Option<Vec<Record>> {
        let mut changes = self.shared.watch_changes();
        let enough = async {
            loop {
                changes.mark_unchanged();
                let calls = self.calls_of(method);
                let answered = calls.iter().filter(|call| call.status.is_some());
                if answered.count() >= count {
                    return calls;
                }
                // The sender lives as long as `self.shared`.
                drop(changes.changed().await);
            }
        };
        timeout(within, enough).await.ok()
    }

    /// Forgets everything: updates, webhooks, files, faults and calls.
    pub fn reset(&self) {
        self.shared.change(|state| *state = State::default());
    }

    /// Stops: every connection is closed, and the port is free again.
    pub async fn stop(mut self) {
        for task in &mut self.tasks {
            task.abort();
            // It was aborted: that is what it says.
            let _ = task.await;
        }
    }
}

impl Drop for Server {
    fn drop(&mut self) {
        self.tasks.iter().for_each(JoinHandle::abort);
    }
}
