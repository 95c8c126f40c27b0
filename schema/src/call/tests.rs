//! `call:` as a manifest has it: what is read, and what is said of mistakes.

use super::*;
use crate::manifest::Manifest;
use crate::yaml;

fn read(call: &str) -> Call {
    try_read(call).unwrap()
}

fn try_read(call: &str) -> Result<Call, String> {
    let lines = call.lines().map(|line| format!("  {line}\n"));
    let text = format!(
        "title: T\nbase_url: x\ncall:\n{}",
        lines.collect::<String>()
    );
    let read: Result<Manifest, _> = yaml::load(&text);
    read.map(|manifest| manifest.call)
        .map_err(|error| format!("{}: {}", error.line.unwrap_or(0), error.message))
}

fn fails(call: &str, line: usize, why: &str) {
    let error = try_read(call).unwrap_err();
    assert!(error.starts_with(&format!("{line}: ")), "{error}");
    assert!(error.contains(why), "{error}");
}

#[test]
fn a_manifest_without_it_calls_as_telegram_does() {
    let manifest: Manifest = yaml::load("{title: T, base_url: x}").unwrap();
    let call = manifest.call;
    assert_eq!(call, Call::default());
    assert_eq!(call.url.as_str(), "{base}/bot{token}/{method}");
    assert_eq!(call.file_url().unwrap().as_str(), FILE_URL);
    assert!(call.has_token());
}

#[test]
fn everything_can_be_said() {
    let call = read(concat!(
        "url: '{base}/v3/{path}'\n",
        "headers: {Authorization: 'Bearer {token}'}\n",
        "verb: GET\n",
        "body: form\n",
        "methods: {getNote: 'GET /notes/{id}'}\n",
        "response:\n",
        "  success: {status: [ok, async]}\n",
        "  result: data\n",
        "  without_result: true\n",
        "updates: {method: pull, confirm: after, number: seq}\n",
        "environments: {test: {url: '{base}/test/{path}'}}\n",
    ));
    assert!(call.has_token() && !call.url.has("token"));
    assert_eq!(call.file_url(), None);
    assert_eq!(call.methods["getNote"].verb, Some(Verb::Get));
    let success = call.response.success.unwrap();
    assert_eq!(
        (success.member.as_str(), success.values.len()),
        ("status", 2)
    );
    assert_eq!(call.response.code, None);
    assert!(matches!(call.updates, Some(Updates::LongPoll(_))));
    assert_eq!(call.environments["test"].files, None);
}

#[test]
fn an_api_may_say_that_it_has_no_updates() {
    let call = read("updates: none");
    assert_eq!(call.updates, Some(Updates::None(NoUpdates::None)));
}

#[test]
fn a_mistake_is_reported_at_its_line() {
    fails("url: '{base}/{metod}'", 4, "did you mean `{method}`?");
    fails("url: '{base}/{token}'", 4, "all methods would share it");
    fails("url: '{base}/{method'", 4, "brace");
    fails("url: '{base}}/{method}'", 4, "brace");
    fails(
        "verb: POST\nfiles: '{base}/x'",
        5,
        "all files would share it",
    );
    fails(
        "headers:\n  X-Token: '{tokn}'",
        5,
        "did you mean `{token}`?",
    );
    fails("methods:\n  a: FETCH /a", 5, "GET, POST");
    fails("methods:\n  a: GET /a\n  a: GET /b", 5, "twice");
    fails("response:\n  success: {a: 1, b: 2}", 5, "one member");
    fails(
        "response:\n  success: {a: [ok, 0]}",
        5,
        "whole numbers or texts",
    );
    fails("updates: never", 4, "expected `none`");
    fails("uri: x", 4, "unknown field `uri`");
}

#[test]
fn a_template_is_cut_at_its_braces() {
    let template = Template::fixed("{base}/bot{token}/x");
    let pieces = [
        Piece::Placeholder("base"),
        Piece::Text("/bot"),
        Piece::Placeholder("token"),
        Piece::Text("/x"),
    ];
    assert_eq!(template.pieces(), pieces);
}
