//! The server: an API and options in, a handle out that controls it.

use std::fmt;
use std::io;
use std::net::{IpAddr, Ipv4Addr, SocketAddr};
use std::sync::Arc;
use std::time::Duration;

use bytes::Bytes;
use serde_json::Value;
use tokio::net::TcpListener;
use tokio::task::JoinHandle;
use tokio::time::timeout;

use crate::api::Api;
use crate::edge;
use crate::edge::read::of_bytes;
use crate::fault::Fault;
use crate::files::StoredFile;
use crate::record::Record;
use crate::shared::{Shared, State};

/// The token that is used where none is named.
pub const TOKEN: &str = "123456789:fake-server-token-of-35-characters";
/// The largest file that can be fetched again, as on the real server: 20 MiB.
const KEEP_BYTES: u64 = 20 << 20;
/// How many calls are recorded.
const KEEP_CALLS: usize = 10_000;

/// How a server behaves.
#[derive(Clone, Debug)]
pub struct Options {
    /// Where it listens, which must be a loopback address. Port 0 takes a free one.
    pub address: SocketAddr,
    /// The token that `push_update` and its like speak of.
    pub token: String,
    /// The tokens that are known; all others get 401. Empty: every one that looks like a token.
    pub tokens: Vec<String>,
    /// Whether unknown parameters are ignored, and numbers may be texts in JSON, as on the real
    /// server.
    pub lenient: bool,
    /// The largest file whose contents are kept, in bytes. Of a larger one only the size and the
    /// hash are known, and `getFile` refuses it.
    pub keep_bytes: u64,
    /// How many calls are recorded; beyond that the oldest is forgotten.
    pub keep_calls: usize,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            address: SocketAddr::new(IpAddr::V4(Ipv4Addr::LOCALHOST), 0),
            token: TOKEN.to_owned(),
            tokens: Vec::new(),
            lenient: false,
            keep_bytes: KEEP_BYTES,
            keep_calls: KEEP_CALLS,
        }
    }
}

/// What can't be done with a running server, and why.
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
    shared: Arc<Shared>,
    address: SocketAddr,
    tasks: [JoinHandle<()>; 2],
}

impl Server {
    /// Starts a server inside the current Tokio runtime, which must have its I/O and time
    /// enabled.
    ///
    /// # Errors
    ///
    /// Where the address is no loopback address, or can't be listened on.
    pub async fn start(api: Api, options: Options) -> io::Result<Self> {
        if !options.address.ip().is_loopback() {
            let text = format!("{} is no loopback address", options.address.ip());
            return Err(io::Error::new(io::ErrorKind::InvalidInput, text));
        }
        let listener = TcpListener::bind(options.address).await?;
        let address = listener.local_addr()?;
        let shared = Arc::new(Shared::new(api, options));
        let router = edge::router(Arc::clone(&shared));
        let tasks = [
            tokio::spawn(edge::accept::accept(listener, router)),
            tokio::spawn(edge::deliver(Arc::clone(&shared))),
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

    /// Where it listens.
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
    /// It is not held against the schema: what a newer server might send can be sent.
    ///
    /// # Errors
    ///
    /// Where it is no JSON object.
    pub fn push_update(&self, update: Value) -> Result<i64, ControlError> {
        let pushed = self.shared.push(self.token(), update);
        pushed.map_err(ControlError)
    }

    /// Adds an update for the bot of another token.
    ///
    /// # Errors
    ///
    /// Where it is no JSON object.
    pub fn push_update_to(&self, token: &str, update: Value) -> Result<i64, ControlError> {
        self.shared.push(token, update).map_err(ControlError)
    }

    /// Adds an update with a text message from a user, and returns its number.
    ///
    /// # Errors
    ///
    /// Where the API has no `Message`.
    pub fn push_message(&self, chat_id: i64, text: &str) -> Result<i64, ControlError> {
        let pushed = self.shared.push_message(self.token(), chat_id, text);
        pushed.map_err(ControlError)
    }

    /// The updates that the bot has not confirmed, without those that it does not want.
    pub fn pending_updates(&self) -> Vec<Value> {
        let mut state = self.shared.look();
        state.bot(self.token()).queue.peek(usize::MAX)
    }

    /// Puts a file there that the bot can fetch by this identifier.
    pub fn add_file(
        &self,
        file_id: &str,
        file_name: &str,
        contents: impl Into<Vec<u8>>,
    ) -> StoredFile {
        let upload = of_bytes(file_name, Bytes::from(contents.into()));
        let add = |state: &mut State| state.bot(self.token()).files.add_as(file_id, &upload);
        self.shared.change(add)
    }

    /// The file of an identifier, uploaded or put there.
    pub fn file(&self, file_id: &str) -> Option<StoredFile> {
        self.shared.look().bot(self.token()).files.by_id(file_id)
    }

    /// Injects a fault. Several strike in the order in which they were injected, one a call.
    ///
    /// # Errors
    ///
    /// Where it names a method that the API does not have, or a number that makes no sense.
    pub fn fault(&self, fault: Fault) -> Result<(), ControlError> {
        self.shared.inject(vec![fault]).map_err(ControlError)
    }

    /// The faults that are left to strike.
    pub fn faults(&self) -> Vec<Fault> {
        self.shared.look().faults.armed().to_vec()
    }

    /// Forgets the faults that are left: no further call is struck.
    pub fn clear_faults(&self) {
        self.shared.change(|state| state.faults.clear());
    }

    /// What was received, the oldest first.
    pub fn calls(&self) -> Vec<Record> {
        self.shared.look().records.all().cloned().collect()
    }

    /// What was received for this method.
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
        let mut changes = self.shared.watch();
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
