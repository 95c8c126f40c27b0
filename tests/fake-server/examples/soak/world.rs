//! What the bot is up against: a server that gets updates, fails, dies and comes back with what
//! was not confirmed.

use std::collections::BTreeMap;
use std::error::Error;
use std::net::SocketAddr;
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use fake_server::{Api, Effect, Fault, Kind, Options, Server};
use serde_json::{Value, json};
use tokio::time::sleep;

use crate::chance::Chance;
use crate::ledger::Ledger;

/// The number of calls that a server records.
const KEEP_CALLS: usize = 16;
/// How long a server that is about to die cuts all calls: longer than any call takes that got
/// through before.
const DRAIN: Duration = Duration::from_millis(500);
/// The longest delay of a call before it takes effect, in milliseconds; less than `DRAIN`.
const SHORT_DELAY: u64 = 200;
/// The delay of an answer that the bot does not wait for, in milliseconds.
const LONG_DELAY: u64 = 2500;

/// The server, and what is known of it.
pub(crate) struct World {
    state: Mutex<State>,
    pub(crate) address: SocketAddr,
    pub(crate) token: String,
}

struct State {
    /// Absent while it is down.
    server: Option<Server>,
    /// The updates that are kept while it is down.
    kept: Vec<Value>,
    dying: bool,
    ledger: Ledger,
    faults: BTreeMap<String, u64>,
}

impl World {
    pub(crate) async fn new() -> Result<Self, Box<dyn Error>> {
        let server = start_server(Options::default().address).await?;
        Ok(Self {
            address: server.address(),
            token: server.token().to_owned(),
            state: Mutex::new(State {
                server: Some(server),
                kept: Vec::new(),
                dying: false,
                ledger: Ledger::default(),
                faults: BTreeMap::new(),
            }),
        })
    }

    fn lock_state(&self) -> MutexGuard<'_, State> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Does something with the accounts, beside the updates that the server has.
    pub(crate) fn with_pending<T>(&self, with: impl FnOnce(&mut Ledger, &[usize]) -> T) -> T {
        let state = &mut *self.lock_state();
        let pending = match &state.server {
            Some(server) => update_numbers(&server.pending_updates()),
            None => update_numbers(&state.kept),
        };
        with(&mut state.ledger, &pending)
    }

    /// Does something with the accounts alone.
    pub(crate) fn with_ledger<T>(&self, with: impl FnOnce(&mut Ledger) -> T) -> T {
        with(&mut self.lock_state().ledger)
    }

    /// The number of faults of each kind.
    pub(crate) fn faults(&self) -> BTreeMap<String, u64> {
        self.lock_state().faults.clone()
    }

    /// Pushes so many updates, where the server is up. One in 50 can't be read.
    pub(crate) fn push_updates(
        &self,
        count: u64,
        chance: &mut Chance,
    ) -> Result<(), Box<dyn Error>> {
        let State { server, ledger, .. } = &mut *self.lock_state();
        let Some(server) = server else { return Ok(()) };
        for _ in 0..count {
            let number = ledger.add_pushed();
            let answer = json!({"poll_id": "p", "option_ids": [], "option_persistent_ids": []});
            let answer = match chance.one_in(50) {
                true => json!("what nobody can read"),
                false => answer,
            };
            server.push_update(json!({"update_id": number, "poll_answer": answer}))?;
        }
        Ok(())
    }

    /// Makes the next few calls fail, where none is about to.
    pub(crate) fn inject_faults(&self, chance: &mut Chance) -> Result<(), Box<dyn Error>> {
        let state = &mut *self.lock_state();
        let idle = |server: &&Server| !state.dying && server.faults().is_empty();
        let Some(server) = state.server.as_ref().filter(idle) else {
            return Ok(());
        };
        for _ in 0..=chance.below(3) {
            let fault = random_fault(chance);
            *state.faults.entry(fault_name(&fault)).or_default() += 1;
            server.fault(fault.on("getUpdates"))?;
        }
        Ok(())
    }

    /// No more faults, unless the server is about to die.
    pub(crate) fn clear_faults(&self) {
        let state = self.lock_state();
        if let Some(server) = state.server.as_ref().filter(|_| !state.dying) {
            server.clear_faults();
        }
    }

    /// Kills the server, and starts it anew after a while, at the same address and with what was
    /// not confirmed, as a real server has it on its disk.
    pub(crate) async fn restart_server(&self, down: Duration) -> Result<(), Box<dyn Error>> {
        self.cut_all_calls()?;
        sleep(DRAIN).await;
        let server = {
            let state = &mut *self.lock_state();
            let server = state.server.take();
            state.kept = server.iter().flat_map(Server::pending_updates).collect();
            server
        };
        if let Some(server) = server {
            server.stop().await;
        }
        sleep(down).await;
        let server = start_server(self.address).await?;
        let state = &mut *self.lock_state();
        for update in state.kept.drain(..) {
            server.push_update(update)?;
        }
        state.server = Some(server);
        state.dying = false;
        Ok(())
    }

    /// From now on, no call has any effect.
    fn cut_all_calls(&self) -> Result<(), Box<dyn Error>> {
        let state = &mut *self.lock_state();
        state.dying = true;
        if let Some(server) = &state.server {
            server.clear_faults();
            server.fault(Fault::new(Kind::Cut).with_probability(1.0, 0))?;
        }
        Ok(())
    }
}

async fn start_server(address: SocketAddr) -> Result<Server, Box<dyn Error>> {
    let options = Options {
        address,
        keep_calls: KEEP_CALLS,
        ..Options::default()
    };
    Ok(Server::start(Api::named("telegram")?, options).await?)
}

fn update_numbers(updates: &[Value]) -> Vec<usize> {
    let numbers = updates.iter().map(|update| update["update_id"].as_u64());
    let numbers = numbers.flatten().map(usize::try_from);
    numbers.filter_map(Result::ok).collect()
}

/// A fault of any kind. Those that end a bot or cost much time are rare.
fn random_fault(chance: &mut Chance) -> Fault {
    let kind = match chance.below(120) {
        0 => Kind::Unauthorized,
        1 => Kind::Migrate { chat_id: -100 },
        2..5 => Kind::TooManyRequests { retry_after: 1 },
        // It takes effect first: it must not do so after the server has died.
        5..7 => return Fault::new(Kind::Delay { millis: LONG_DELAY }).after_effect(),
        7..17 => Kind::Delay {
            millis: chance.below(SHORT_DELAY),
        },
        17..27 => Kind::Conflict,
        27..37 => Kind::Status { status: 500 },
        37..47 => Kind::Status { status: 502 },
        47..57 => Kind::Error {
            error_code: 500,
            description: "Internal Server Error".to_owned(),
        },
        57..77 => Kind::Cut,
        77..87 => Kind::CutBody,
        87..95 => Kind::Garbage,
        95..103 => Kind::Truncated,
        103..112 => Kind::Empty,
        _ => Kind::ContentType,
    };
    match chance.one_in(2) {
        true => Fault::new(kind).before_effect(),
        false => Fault::new(kind).after_effect(),
    }
}

/// The kind of a fault, and when it strikes.
fn fault_name(fault: &Fault) -> String {
    let effect = match fault.effect() {
        Effect::Before => "before",
        Effect::After => "after",
    };
    format!("{} {effect}", fault.kind().name())
}
