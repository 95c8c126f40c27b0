//! The state that the parts of a running server share.

use std::collections::HashMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::{Duration, Instant};

use serde_json::{Map, Value};
use tokio::sync::watch;
use tokio::time::{sleep_until, timeout_at};

use crate::api::Api;
use crate::bot::{Bot, Poll};
use crate::clock::now;
use crate::dispatch::{self, Call, Step};
use crate::fault::{DOWNLOAD, Fault, Faults};
use crate::message::build_message;
use crate::options::Options;
use crate::record::{Record, Records};
use crate::request::{ParsedRequest, Upload};
use crate::response::{Answer, Refusal, status_code};

/// A running server without its sockets: its API, its options and its state.
#[derive(Debug)]
pub(crate) struct AppState {
    pub(crate) api: Api,
    pub(crate) options: Options,
    state: Mutex<State>,
    /// Told of every change of the state.
    changed: watch::Sender<()>,
    started: Instant,
}

/// The state that changes while a server runs.
#[derive(Debug, Default)]
pub(crate) struct State {
    pub(crate) bots: HashMap<String, Bot>,
    pub(crate) faults: Faults,
    pub(crate) records: Records,
}

impl State {
    /// The bot of a token.
    pub(crate) fn bot(&mut self, token: &str) -> &mut Bot {
        self.bots.entry(token.to_owned()).or_default()
    }
}

impl AppState {
    pub(crate) fn new(api: Api, options: Options) -> Self {
        Self {
            api,
            options,
            state: Mutex::default(),
            changed: watch::Sender::default(),
            started: Instant::now(),
        }
    }

    /// The state, to look at.
    pub(crate) fn lock_state(&self) -> MutexGuard<'_, State> {
        // No code panics while it holds the lock, and what it holds is whole after every step.
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Changes the state, and tells who waits for that.
    pub(crate) fn change<T>(&self, change: impl FnOnce(&mut State) -> T) -> T {
        let result = change(&mut self.lock_state());
        self.changed.send_replace(());
        result
    }

    /// Returns a receiver that is notified of every change from now on.
    pub(crate) fn watch_changes(&self) -> watch::Receiver<()> {
        self.changed.subscribe()
    }

    /// Records a call and returns its number.
    pub(crate) fn record_call(
        &self,
        token: &str,
        method: &str,
        params: Map<String, Value>,
        uploads: &[Upload],
    ) -> u64 {
        let at_ms = self.started.elapsed().as_millis();
        let record = Record {
            number: 0,
            at_ms: u64::try_from(at_ms).unwrap_or(u64::MAX),
            token: token.to_owned(),
            method: method.to_owned(),
            params,
            files: uploads.iter().map(|upload| upload.file.clone()).collect(),
            status: None,
            error: None,
            fault: None,
            done: false,
        };
        let most = self.options.keep_calls;
        self.change(|state| state.records.add(record, most))
    }

    /// Records what came of a call.
    pub(crate) fn record_answer(&self, number: u64, answer: &Answer) {
        self.update_record(number, |record| {
            record.status = Some(status_code(answer));
            record.error = answer.as_ref().err().map(Refusal::full_reason);
            record.done = answer.is_ok();
        });
    }

    /// Notes something in the record of a call.
    pub(crate) fn update_record(&self, number: u64, note: impl FnOnce(&mut Record)) {
        self.change(|state| state.records.get_mut(number).map(note));
    }

    /// Does what a call asks for, and waits where it does.
    pub(crate) async fn execute_call(
        &self,
        token: &str,
        call: &Call<'_>,
        incoming: &ParsedRequest,
    ) -> Answer {
        let step = self.change(|state| {
            let bot = state.bot(token);
            dispatch::dispatch_call(&self.api, token, bot, call, &incoming.files, now())
        });
        match step {
            Step::Done(answer) => answer,
            Step::Wait(poll) => self.wait_for_updates(token, poll).await,
        }
    }

    async fn wait_for_updates(&self, token: &str, poll: Poll) -> Answer {
        let deadline = tokio::time::Instant::now() + Duration::from_secs(poll.timeout);
        let mut changes = self.watch_changes();
        let mut last = poll.timeout == 0;
        loop {
            changes.mark_unchanged();
            if let Some(answer) = self.lock_state().bot(token).answer_poll(poll, last) {
                return answer;
            }
            match timeout_at(deadline, changes.changed()).await {
                Ok(Ok(())) => {}
                // Nothing changes any more: the server stops.
                Ok(Err(_)) => sleep_until(deadline).await,
                Err(_) => last = true,
            }
        }
    }

    /// Injects faults: all of them, or none where one makes no sense.
    pub(crate) fn inject_faults(&self, faults: Vec<Fault>) -> Result<(), String> {
        let faults = faults.into_iter().map(|fault| {
            let named = fault.method().filter(|name| *name != DOWNLOAD);
            if let Some(name) = named {
                dispatch::find_method(&self.api, name).map_err(|refusal| refusal.full_reason())?;
            }
            fault.check_numbers()
        });
        let faults: Vec<Fault> = faults.collect::<Result<_, _>>()?;
        self.change(|state| faults.into_iter().for_each(|one| state.faults.add(one)));
        Ok(())
    }

    /// Adds an update for a bot and returns its number.
    pub(crate) fn push_update(&self, token: &str, update: Value) -> Result<i64, String> {
        match update {
            Value::Object(members) => Ok(self.change(|state| state.bot(token).queue.push(members))),
            _ => Err("an update is a JSON object".to_owned()),
        }
    }

    /// Adds an update with a text message in this chat.
    pub(crate) fn push_message(
        &self,
        token: &str,
        chat_id: i64,
        text: &str,
    ) -> Result<i64, String> {
        let id = self.lock_state().bot(token).queue.next_id();
        let update = build_message(&self.api, chat_id, id, text, now())
            .ok_or_else(|| format!("{} has no messages", self.api.title()))?;
        self.push_update(token, update)
    }
}
