//! The constants for the way in which an API is called; there are none where all is as usual.

use schema::model::Model;

const SCHEMA: &str = "
api: notes
version: null
methods:
- name: getNote
  http: GET /notes/{id}
  returns: Note
  params:
  - {name: id, type: String, required: true}
  - {name: page, type: Integer, required: false, wire_name: p}
- name: sendNote
  returns: 'True'
  params:
  - {name: text, type: String, required: true}
  - {name: dry, type: Boolean, required: false, in: query}
- name: pull
  returns: Array<Event>
  params:
  - {name: after, type: Integer, required: false}
types:
- name: Note
  fields:
  - {name: id, type: String, required: true}
- name: Event
  fields:
  - {name: seq, type: Integer, required: true}
  - {name: kind, type: String, required: true}
";

fn model(call: &str) -> Model {
    let manifest = format!("title: Notes API\nbase_url: https://notes.example\n{call}");
    crate::model(&manifest, SCHEMA, "{}")
}

/// A generated file, without its white space.
fn file(call: &str, path: &str) -> String {
    let files = generator::generate(&[model(call)]).unwrap().0;
    let text = &files[&format!("src/apis/notes/{path}")];
    strip(text)
}

/// Code without white space, and without the commas that a printer adds.
fn strip(code: &str) -> String {
    let code: String = code.split_whitespace().collect();
    code.replace(",)", ")").replace(",]", "]")
}

fn has(text: &str, code: &str) {
    let code = strip(code);
    assert!(text.contains(&code), "{code}\nis not in\n{text}");
}

fn why_no_updates(call: &str) -> Option<String> {
    let reasons = generator::explain_no_updates(&[model(call)]).unwrap();
    reasons.into_iter().map(|(_, why)| why).next()
}

#[test]
fn a_method_has_its_verb_and_path_and_query() {
    let get = file("", "methods/get_note.rs");
    has(
        &get,
        r#"const ENDPOINT: &'static crate::Endpoint = &crate::Endpoint::new("GET")
            .with_path("/notes/{id}").with_query(&["p"]).read_only();"#,
    );
    let send = file("", "methods/send_note.rs");
    has(
        &send,
        r#"&crate::Endpoint::new("POST").with_query(&["dry"]);"#,
    );
    assert!(!file("", "methods/pull.rs").contains("ENDPOINT"));
    assert!(!file("", "bot.rs").contains("CALL"));
}

#[test]
fn a_manifest_may_give_the_verb_and_the_path() {
    let call = "call: {verb: PUT, methods: {sendNote: /notes}}";
    let send = file(call, "methods/send_note.rs");
    has(
        &send,
        r#"crate::Endpoint::new("PUT").with_path("/notes").with_query(&["dry"]);"#,
    );
}

#[test]
fn where_all_is_read_by_the_same_verb_nothing_is_read_only() {
    let call = "call: {verb: GET}";
    assert!(!file(call, "methods/get_note.rs").contains("read_only"));
}

#[test]
fn an_api_has_its_urls_headers_and_envelope() {
    let call = "
call:
  url: '{base}/v3/{path}'
  headers: {Authorization: 'Bot {token}'}
  body: form
  response: {success: {status: [ok, async]}, code: code, without_result: true}
  environments:
    test: {url: '{base}/test/{path}', files: '{base}/files/{path}'}
";
    let bot = file(call, "bot.rs");
    has(
        &bot,
        r#"const CALL: &'static crate::CallFormat = &crate::CallFormat::new(crate::Urls::new("{base}/v3/{path}"))
            .with_headers(&[("Authorization", "Bot {token}")])
            .with_envelope(crate::Envelope::new()
                .with_success("status", &[crate::SuccessValue::Text("ok"), crate::SuccessValue::Text("async")])
                .with_code("code").without_result(true))
            .with_form_body();"#,
    );
    has(
        &bot,
        r#"pub const TEST: crate::Urls = crate::Urls::new("{base}/test/{path}").with_files("{base}/files/{path}");"#,
    );
}

#[test]
fn updates_are_what_the_manifest_names() {
    let call = "call: {updates: {method: pull, confirm: after, number: seq}}";
    assert_eq!(why_no_updates(call), None);
    let pull = file(call, "methods/pull.rs");
    has(&pull, "Vec<Incoming<Event>>");
    has(
        &pull,
        "update_request! { Pull of Notes, update { Event } offset { after } }",
    );
    has(&file(call, "types/event.rs"), "impl Sequenced for Event");
}

#[test]
fn without_updates_it_is_said_why() {
    let no_guess = why_no_updates("").unwrap();
    assert!(
        no_guess.contains("no method takes an `offset`"),
        "{no_guess}"
    );
    for (updates, why) in [
        ("none", "its manifest says so"),
        (
            "{method: poll, confirm: after, number: seq}",
            "no method `poll`",
        ),
        (
            "{method: pull, confirm: from, number: seq}",
            "takes no whole number `from`",
        ),
        (
            "{method: pull, confirm: after, number: kind}",
            "required number `kind`",
        ),
        (
            "{method: sendNote, confirm: after, number: seq}",
            "returns no list",
        ),
    ] {
        let said = why_no_updates(&format!("call: {{updates: {updates}}}")).unwrap();
        assert!(said.contains(why), "{said}");
    }
}
