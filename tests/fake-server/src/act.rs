//! What a call does: a bot's state and a call in, the answer and the new state out.

use std::collections::HashMap;

use schema::schema::Method;
use schema::ty::Type;
use serde_json::{Map, Value};

use crate::answer::{Answer, Refusal};
use crate::api::Api;
use crate::call::{Incoming, Upload};
use crate::check::{ATTACH, Checker};
use crate::decode;
use crate::echo::Echo;
use crate::files::{Files, StoredFile};
use crate::known::{self, Role};
use crate::queue::Queue;
use crate::sample::Sampler;
use crate::webhook::Webhook;

/// What a poll is told when a second one starts.
pub(crate) const OTHER_POLL: &str = "terminated by other getUpdates request; \
     make sure that only one bot instance is running";
const WEBHOOK_SET: &str = "terminated by setWebhook request";
const WEBHOOK_ACTIVE: &str = "can't use getUpdates method while webhook is active; \
     use deleteWebhook to delete the webhook first";
/// The longest that a poll waits, in seconds.
const LONGEST_POLL: u64 = 50;
/// How many updates a poll takes where it does not say.
const MOST_UPDATES: u64 = 100;

/// All that is remembered of a bot.
#[derive(Debug, Default)]
pub(crate) struct Bot {
    pub(crate) queue: Queue,
    pub(crate) webhook: Webhook,
    pub(crate) files: Files,
    /// How many messages it sent.
    messages: i64,
    /// How many polls there were; the last of them is the one that is served.
    polls: u64,
}

/// A call that is as the schema says.
#[derive(Clone, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) method: &'a Method,
    pub(crate) params: Map<String, Value>,
}

/// What comes of a call: an answer, or a poll that waits for updates.
pub(crate) enum Step {
    Done(Answer),
    Wait(Poll),
}

/// A call that waits for updates.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Poll {
    number: u64,
    limit: usize,
    /// How long it waits at most, in seconds.
    pub(crate) timeout: u64,
}

/// The method of a name.
pub(crate) fn find<'a>(api: &'a Api, name: &str) -> Result<&'a Method, Refusal> {
    api.method(name).ok_or_else(|| {
        let hint = match api.nearest_method(name) {
            Some(near) => format!(", did you mean `{near}`?"),
            None => String::new(),
        };
        Refusal::new(404, format!("Not Found: method `{name}` not found{hint}"))
    })
}

/// Checks a call against the schema.
pub(crate) fn check<'a>(
    api: &'a Api,
    method: &'a Method,
    incoming: &Incoming,
    lenient: bool,
) -> Result<Call<'a>, Refusal> {
    let refused = |problem| Refusal::problem(&method.name, &problem);
    let params = decode::params(api, method, incoming, lenient).map_err(refused)?;
    let names: Vec<&str> = incoming
        .files
        .iter()
        .map(|one| one.file.name.as_str())
        .collect();
    let checker = Checker::of_calls(api, lenient, &names);
    checker.call(method, &params).map_err(refused)?;
    if !lenient {
        let texts = texts(&params);
        let is_used = |name: &str| texts.contains(&format!("{ATTACH}{name}").as_str());
        if let Some(name) = names.iter().find(|name| !is_used(name)) {
            let text = format!("{}: nothing refers to the file `{name}`", method.name);
            return Err(Refusal::bad_request(text));
        }
    }
    Ok(Call { method, params })
}

/// Every text in the parameters, however deep.
fn texts(params: &Map<String, Value>) -> Vec<&str> {
    let mut open: Vec<&Value> = params.values().collect();
    let mut texts = Vec::new();
    while let Some(value) = open.pop() {
        match value {
            Value::String(text) => texts.push(text.as_str()),
            Value::Array(items) => open.extend(items),
            Value::Object(members) => open.extend(members.values()),
            _ => {}
        }
    }
    texts
}

/// Does what a call asks for. `now` is in seconds since 1970.
pub(crate) fn act(
    api: &Api,
    token: &str,
    bot: &mut Bot,
    call: &Call<'_>,
    uploads: &[Upload],
    now: i64,
) -> Step {
    let sampler = Sampler { api, now };
    let done = match known::role(call.method) {
        Role::Updates => return updates(bot, &call.params),
        Role::SetWebhook => bot.set_webhook(&call.params),
        Role::DeleteWebhook => Ok(bot.delete_webhook(&call.params)),
        Role::WebhookInfo => Ok(bot.webhook_info(call.method, sampler)),
        Role::File => file(bot, call, sampler),
        Role::Me | Role::Plain => Ok(plain(token, bot, call, uploads, sampler)),
    };
    Step::Done(done)
}

fn plain(
    token: &str,
    bot: &mut Bot,
    call: &Call<'_>,
    uploads: &[Upload],
    sampler: Sampler<'_>,
) -> Value {
    let me = known::me(token);
    let mut files = known_files(bot, &call.params);
    for upload in uploads {
        let stored = bot.files.add(upload);
        files.insert(format!("{ATTACH}{}", upload.file.name), stored);
    }
    let mut next_message = bot.messages + 1;
    let mut echo = Echo {
        sampler,
        method: call.method,
        files,
        me: me.clone(),
        next_message: &mut next_message,
    };
    let mut result = echo.result(&call.params);
    bot.messages = next_message - 1;
    let user = call
        .method
        .returns
        .as_ref()
        .and_then(|ty| sampler.fields(ty));
    if let (Role::Me, Some(fields), Value::Object(user)) =
        (known::role(call.method), user, &mut result)
    {
        for (name, value) in me {
            sampler.put(fields, user, &name, value);
        }
    }
    result
}

/// The files of earlier calls that the parameters speak of by their identifiers.
fn known_files(bot: &Bot, params: &Map<String, Value>) -> HashMap<String, StoredFile> {
    let texts = texts(params).into_iter();
    let found = texts.filter_map(|text| Some((text.to_owned(), bot.files.by_id(text)?)));
    found.collect()
}

fn file(bot: &Bot, call: &Call<'_>, sampler: Sampler<'_>) -> Answer {
    let id = call.params.get("file_id").and_then(Value::as_str);
    let found = id.and_then(|id| bot.files.by_id(id));
    let stored = found.ok_or_else(|| Refusal::bad_request("invalid file_id"))?;
    if stored.contents.is_none() {
        return Err(Refusal::bad_request("file is too big"));
    }
    let returns = call.method.returns.as_ref().unwrap_or(&Type::True);
    let Some(fields) = sampler.api.fields(returns) else {
        return Ok(sampler.value(returns));
    };
    let mut result = sampler.object(fields);
    sampler.put_file(fields, &mut result, &stored);
    Ok(result.into())
}

fn updates(bot: &mut Bot, params: &Map<String, Value>) -> Step {
    if bot.webhook.is_set() {
        return Step::Done(Err(Refusal::conflict(WEBHOOK_ACTIVE)));
    }
    let number = |name: &str| params.get(name).and_then(Value::as_i64);
    let natural = |name: &str| number(name).and_then(|number| u64::try_from(number).ok());
    bot.polls += 1;
    bot.allow(params);
    if let Some(offset) = number("offset") {
        bot.queue.confirm(offset);
    }
    let limit = natural("limit")
        .unwrap_or(MOST_UPDATES)
        .clamp(1, MOST_UPDATES);
    Step::Wait(Poll {
        number: bot.polls,
        limit: usize::try_from(limit).unwrap_or(usize::MAX),
        timeout: natural("timeout").unwrap_or_default().min(LONGEST_POLL),
    })
}

impl Bot {
    /// What a poll gets now; `None` where it has to wait, unless this is its `last` chance.
    pub(crate) fn poll(&mut self, poll: Poll, last: bool) -> Option<Answer> {
        if self.webhook.is_set() {
            return Some(Err(Refusal::conflict(WEBHOOK_SET)));
        }
        if self.polls > poll.number {
            return Some(Err(Refusal::conflict(OTHER_POLL)));
        }
        // All was forgotten while it waited.
        let is_old = self.polls < poll.number;
        let updates = self.queue.peek(poll.limit);
        if updates.is_empty() && !last && !is_old {
            return None;
        }
        Some(Ok(updates.into()))
    }

    /// Notes which kinds of updates are wanted, where the parameters say.
    pub(crate) fn allow(&mut self, params: &Map<String, Value>) {
        if let Some(kinds) = params.get("allowed_updates").and_then(Value::as_array) {
            let kinds = kinds.iter().filter_map(Value::as_str).map(str::to_owned);
            self.queue.allow(kinds.collect());
        }
    }
}
