//! Dispatch of a call: a bot's state and a checked call in, the answer and the new state out.

use std::collections::HashMap;

use schema::schema::{Field, Method};
use schema::ty::Type;
use serde_json::{Map, Value};

use crate::api::Api;
use crate::bot::{Bot, Poll};
use crate::check::{ATTACH, Checker};
use crate::example::Examples;
use crate::files::StoredFile;
use crate::params;
use crate::request::{ParsedRequest, Upload};
use crate::response::fill::ResponseBuilder;
use crate::response::{Answer, Refusal, Success};
use crate::roles::{self, Role};
use crate::rules;
use crate::words::NO_METHOD;

/// A call that agrees with the schema.
#[derive(Clone, Debug)]
pub(crate) struct Call<'a> {
    pub(crate) method: &'a Method,
    pub(crate) params: Map<String, Value>,
}

/// The result of a dispatch: an answer, or a poll that waits for updates.
pub(crate) enum Step {
    Done(Answer),
    Wait(Poll),
}

/// Finds the method of a name.
pub(crate) fn find_method<'a>(api: &'a Api, name: &str) -> Result<&'a Method, Refusal> {
    api.method(name).ok_or_else(|| {
        let hint = api.nearest_method(name);
        let hint = hint.map(|near| format!("did you mean `{near}`?"));
        Refusal {
            detail: hint,
            ..Refusal::new(404, format!("Not Found: {NO_METHOD}"))
        }
    })
}

/// Checks a call against the schema.
pub(crate) fn check_call<'a>(
    api: &'a Api,
    method: &'a Method,
    incoming: &ParsedRequest,
    lenient: bool,
) -> Result<Call<'a>, Refusal> {
    let refused = |problem| Refusal::wrong_parameter(method, &problem);
    let params = params::decode_params(api, method, incoming, lenient).map_err(refused)?;
    let names: Vec<&str> = incoming
        .files
        .iter()
        .map(|one| one.file.name.as_str())
        .collect();
    let checker = Checker::of_calls(api, lenient, &names);
    checker.check_call(method, &params).map_err(refused)?;
    rules::check_album(method, &params).map_err(refused)?;
    if !lenient {
        let texts = collect_texts(&params);
        let is_used = |name: &str| texts.contains(&format!("{ATTACH}{name}").as_str());
        if let Some(name) = names.iter().find(|name| !is_used(name)) {
            let text = format!("{}: nothing refers to the file `{name}`", method.name);
            return Err(Refusal::bad_request(text));
        }
    }
    Ok(Call { method, params })
}

/// Collects every text in the parameters, at any depth.
fn collect_texts(params: &Map<String, Value>) -> Vec<&str> {
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

/// Executes a call. `now` is in seconds since 1970.
pub(crate) fn dispatch_call(
    api: &Api,
    token: &str,
    bot: &mut Bot,
    call: &Call<'_>,
    uploads: &[Upload],
    now: i64,
) -> Step {
    let examples = Examples { api, now };
    let answer = match roles::find_role(call.method) {
        Role::Updates => match bot.start_poll(&call.params) {
            Ok(poll) => return Step::Wait(poll),
            Err(refusal) => Err(refusal),
        },
        Role::SetWebhook => bot.set_webhook(&call.params).map(|done| {
            let info = webhook_info(bot, call, examples);
            info.unwrap_or(done)
        }),
        Role::DeleteWebhook => {
            let done = bot.delete_webhook(&call.params);
            Ok(webhook_info(bot, call, examples).unwrap_or(done))
        }
        Role::WebhookInfo => {
            Ok(webhook_info(bot, call, examples).unwrap_or_else(|| Value::from(Map::new()).into()))
        }
        Role::File => get_file(bot, call, examples),
        Role::Me => Ok(get_me(token, bot, call, uploads, examples).into()),
        Role::Plain => Ok(build_result(token, bot, call, uploads, examples).into()),
    };
    Step::Done(answer)
}

/// Tells which webhook is set, if the method's result is an object: on some platforms, that of
/// `setWebhook` is one too.
fn webhook_info(bot: &Bot, call: &Call<'_>, examples: Examples<'_>) -> Option<Success> {
    let fields = result_fields(call.method, examples)?;
    let info = bot.webhook.build_info(&bot.queue, fields, examples);
    Some(info.into())
}

/// Returns the fields of a method's result, where it is an object.
fn result_fields<'a>(method: &Method, examples: Examples<'a>) -> Option<&'a [Field]> {
    let returns = method.returns.as_ref()?;
    examples.fields(returns)
}

/// Builds a result from the schema and the parameters.
fn build_result(
    token: &str,
    bot: &mut Bot,
    call: &Call<'_>,
    uploads: &[Upload],
    examples: Examples<'_>,
) -> Value {
    let mut files = referenced_files(bot, &call.params);
    for upload in uploads {
        let stored = bot.files.add(upload);
        files.insert(format!("{ATTACH}{}", upload.file.name), stored);
    }
    let mut builder = ResponseBuilder {
        examples,
        method: call.method,
        files,
        me: roles::me(token),
        next_message: bot.messages + 1,
    };
    let result = builder.build_result(&call.params);
    bot.messages = builder.next_message - 1;
    result
}

/// Builds the result of `getMe`: the bot of the token, with all of its flags, which no other `User`
/// has.
fn get_me(
    token: &str,
    bot: &mut Bot,
    call: &Call<'_>,
    uploads: &[Upload],
    examples: Examples<'_>,
) -> Value {
    let mut result = build_result(token, bot, call, uploads, examples);
    let fields = result_fields(call.method, examples);
    if let (Some(fields), Value::Object(user)) = (fields, &mut result) {
        let flags = fields.iter().filter(|field| field.ty == Type::Boolean);
        user.extend(flags.map(|flag| (flag.name.clone(), false.into())));
        for (name, value) in roles::me(token) {
            examples.put_field(fields, user, &name, value);
        }
    }
    result
}

/// Finds the files of earlier calls that the parameters refer to by their identifiers.
fn referenced_files(bot: &Bot, params: &Map<String, Value>) -> HashMap<String, StoredFile> {
    let texts = collect_texts(params).into_iter();
    let found = texts.filter_map(|text| Some((text.to_owned(), bot.files.by_id(text)?)));
    found.collect()
}

fn get_file(bot: &Bot, call: &Call<'_>, examples: Examples<'_>) -> Answer {
    let id = call.params.get("file_id").and_then(Value::as_str);
    let found = id.and_then(|id| bot.files.by_id(id));
    let stored = found.ok_or_else(|| Refusal::bad_request("invalid file_id"))?;
    if stored.contents.is_none() {
        return Err(Refusal::bad_request("file is too big"));
    }
    let returns = call.method.returns.as_ref().unwrap_or(&Type::True);
    let Some(fields) = examples.api.fields(returns) else {
        return Ok(examples.value(returns).into());
    };
    let mut result = examples.object(fields);
    examples.put_file(fields, &mut result, &stored);
    Ok(Value::from(result).into())
}
