//! `reads:` of an API: words, layouts and names of pages that no built-in dialect knows.

use reader::dialect::{Dialects, check_reads};
use reader::page::Page;
use reader::{Format, read_in};
use schema::reads::Reads;
use schema::schema::Place;
use schema::{Diagnostic, Level, Source, yaml};

fn read(reads: &str, page: &str) -> Page {
    let reads: Reads = yaml::load(reads).unwrap();
    let source = Source::new("page.md", page);
    read_in(
        "demo",
        &source,
        Format::of(&source),
        &Dialects::of(&reads, None),
    )
    .unwrap()
}

/// The methods and types, each on a line; parameters that may be left out have a `?`.
fn outline(page: &Page) -> Vec<String> {
    let field = |field: &schema::Field| {
        let mark = if field.required { "" } else { "?" };
        format!("{}{mark}: {}", field.wire_name(), field.ty)
    };
    let list = |fields: &[schema::Field]| fields.iter().map(field).collect::<Vec<_>>().join(", ");
    let methods = page.schema.methods.iter().map(|method| {
        let http = method.http.as_ref().map(|http| format!(" = {http}"));
        let returns = method.returns.as_ref().map(|ty| format!(" -> {ty}"));
        let params = list(&method.params);
        format!(
            "{}({params}){}{}",
            method.name,
            returns.unwrap_or_default(),
            http.unwrap_or_default()
        )
    });
    let types = page.schema.types.iter();
    let types = types.map(|def| format!("{} {{{}}}", def.name, list(def.fields())));
    methods.chain(types).collect()
}

fn errors(page: &Page) -> Vec<&Diagnostic> {
    let found = page.diagnostics.iter();
    found.filter(|one| one.level == Level::Error).collect()
}

#[test]
fn a_language_is_a_section_of_the_manifest() {
    let reads = "
dialect:
  language: German
  columns:
    name: [feld, parameter]
    type: [typ]
    required: [pflicht]
    description: [beschreibung]
  required: [ja]
  optional: [nein]
  types:
    words: {Integer: [ganzzahl], String: [text]}
    arrays: [liste von T]
  returns: {verb: '(?i)liefert', promise: '^Liefert', before_type: '(?i)liefert (?:eine?n? )?$'}
  descriptions:
    facts:
    - {is: length, patterns: ['{min} bis {max} zeichen']}
";
    let page = read(
        reads,
        "## sendeNotiz\n\nLiefert eine Notiz als Notiz.\n\n| Parameter | Typ | Pflicht | Beschreibung |\n| - | - | - | - |\n\
         | text | Text | Ja | Was sie sagt, 1 bis 80 Zeichen |\n| nester | Liste von Ganzzahl | Nein | Wohin |\n\n\
         ## Notiz\n\n| Feld | Typ | Beschreibung |\n| - | - | - |\n| nummer | Ganzzahl | Ihre Nummer |\n",
    );
    let expected = [
        "sendeNotiz(text: String, nester?: Array<Integer>) -> Notiz",
        "Notiz {nummer: Integer}",
    ];
    assert_eq!(outline(&page), expected);
    assert!(errors(&page).is_empty(), "{:?}", page.diagnostics);
    let length = page.schema.methods[0].params[0].facts.length.unwrap();
    assert_eq!((length.min, length.max), (Some(1), Some(80)));
}

#[test]
fn an_added_word_means_what_the_manifest_says() {
    let reads = "
dialect:
  columns: {ignore: [notes], description: [remarks]}
  required: ['no']
";
    let page = read(
        reads,
        "## sendNote\n\nReturns True.\n\n| Parameter | Type | Required | Notes | Remarks |\n| - | - | - | - | - |\n\
         | text | String | No | Since 2 | 1-80 characters |\n",
    );
    assert_eq!(outline(&page), ["sendNote(text: String) -> True"]);
    assert!(page.schema.methods[0].params[0].facts.length.is_some());
}

#[test]
fn words_can_be_replaced() {
    let reads =
        "dialect: {language: English, replace: [columns], columns: {name: [what], type: [kind]}}";
    let page = read(
        reads,
        "## sendNote\n\nReturns True.\n\n| What | Kind |\n| - | - |\n| text | String |\n\n\
         ## getNote\n\n| Parameter | Type |\n| - | - |\n| note | String |\n",
    );
    assert_eq!(outline(&page)[0], "sendNote(text: String) -> True");
    assert_eq!(outline(&page)[1], "getNote()");
}

/// The pages of one method under a human heading, each with its address in another way.
const ADDRESSES: [&str; 9] = [
    "## Answer a query\n\n### Request\n\n`POST /v1/notes/create`\n",
    "## Answer a query\n\nSends it.\n\n## HTTP request\n\nPOST /v1/notes/create\n",
    "## Send a note\n\n**Request URL:** https://api.example.org/v1/notes/create\n**HTTP method:** POST (HTTPS)\n",
    "## Send a note\n\n`POST /v1/notes/create`\n",
    "## Send a note\n\n```http\nPOST /v1/notes/create\n```\n",
    "## Send a note\n\n### Endpoint\n\nPOST https://api.example.org/v1/notes/create?loud=1\n",
    "## Send a note\n\n- Endpoint: `/v1/notes/create`\n- Method: POST\n",
    "## Send a note\n\n| Endpoint | Method | Description |\n| - | - | - |\n| `/v1/notes/create` | POST | Sends it |\n",
    "## Send a note POST /v1/notes/create\n",
];

#[test]
fn an_address_below_a_heading_names_its_method() {
    let rest = "\n### Parameters\n\n| Field | Type | Required | Description |\n| - | - | - | - |\n| text | String | Yes | Its text |\n\
        \n### Response\n\n| Field | Type | Description |\n| - | - | - |\n| id | Integer | Its number |\n";
    for address in ADDRESSES {
        let text = format!("# Notes\n\nAll about notes.\n\n{address}{rest}");
        let page = read("methods: {named_by: address, prefix: /v1/}", &text);
        let expected = [
            "notes/create(text: String) -> NotesCreateResponse = POST /v1/notes/create",
            "NotesCreateResponse {id: Integer}",
        ];
        assert_eq!(outline(&page), expected, "{address}");
        assert!(errors(&page).is_empty(), "{address}{:?}", page.diagnostics);
    }
}

#[test]
fn a_name_may_stand_where_an_address_does() {
    let rest = "\n| Field | Type | Required |\n| - | - | - |\n| text | String | Yes |\n";
    for text in [
        "## Send a note `sendNote`\n",
        "## Send a note\n\n`sendNote`\n",
        "## Send a note\n\nSends it.\n\n**Method:** sendNote\n",
        "## Send a note\n\nEndpoint: `sendNote`\nMethod: POST\n",
    ] {
        let page = read("methods: {named_by: address}", &format!("{text}{rest}"));
        assert!(
            outline(&page)[0].starts_with("sendNote(text: String)"),
            "{text}"
        );
    }
}

#[test]
fn a_heading_without_an_address_names_no_method_among_those_that_have_one() {
    let text = "# send\n\n`POST /notes`\n\nReturns True.\n\n# i18N\n\nAll about languages.\n\n# #LIST# structure\n\nIt is short.\n";
    let page = read("methods: {named_by: address}", text);
    assert_eq!(outline(&page), ["notes() -> True = POST /notes"]);
}

#[test]
fn one_address_may_have_several_verbs_and_parameters() {
    let page = read(
        "methods: {named_by: address, verb_in_name: true}",
        "# Get a note\n\n`GET /notes/:note_id`\n\n# Burn a note\n\n`DELETE /notes/{note_id}`\n\n\
         | Parameter | Type | Required |\n| - | - | - |\n| note_id | Integer | Yes |\n| ashes | Boolean | No |\n",
    );
    let expected = [
        "GET /notes/{note_id}(note_id: String) = GET /notes/{note_id}",
        "DELETE /notes/{note_id}(note_id: Integer, ashes?: Boolean) = DELETE /notes/{note_id}",
    ];
    assert_eq!(outline(&page), expected);
}

#[test]
fn an_address_beside_a_name_is_a_fact_of_the_method() {
    let page = read(
        "{}",
        "## sendNote\n\n`POST /notes`\n\nReturns True.\n\n| Parameter | Type | Required |\n| - | - | - |\n| text | String | Yes |\n",
    );
    assert_eq!(
        outline(&page),
        ["sendNote(text: String) -> True = POST /notes"]
    );
}

#[test]
fn headings_are_left_out_with_all_below_them() {
    let page = read(
        "leave_out: '^(?:Events|Legacy)\\b'",
        "## sendNote\n\nReturns True.\n\n| Parameter | Type | Required |\n| - | - | - |\n| text | String | Yes |\n\n\
         ## Events of the server\n\n### NoteSent\n\n| Wrong | Type |\n| - | - |\n| a b | c |\n\n## getNote\n\nReturns True.\n",
    );
    let expected = ["sendNote(text: String) -> True", "getNote() -> True"];
    assert_eq!(outline(&page), expected);
    assert!(errors(&page).is_empty(), "{:?}", page.diagnostics);
}

#[test]
fn marks_say_what_may_be_left_out() {
    let page = read(
        "dialect: {marks: {required: ['*']}}\nwithout_required_column: optional",
        "## sendNote\n\nReturns True.\n\n| Parameter | Type | Description |\n| - | - | - |\n| text\\* | String | Its text |\n\
         | loud? | Boolean | Shout |\n| nest | Integer? | Where |\n| tag | Optional[String] | What |\n| plain | String | It |\n",
    );
    let expected = "sendNote(text: String, loud?: Boolean, nest?: Integer, tag?: String, plain?: String) -> True";
    assert_eq!(outline(&page), [expected]);
    assert!(errors(&page).is_empty(), "{:?}", page.diagnostics);
}

#[test]
fn any_json_noise_and_missing_types() {
    let page = read(
        "without_type_column: String\ndialect: {types: {noise: '\\s*\\(.*\\)', words: {Json: [object], 'Array<Json>': [array]}}}",
        "## sendNote\n\nReturns True.\n\n| Parameter | Type | Required |\n| - | - | - |\n| size | Integer (32 bits) | Yes |\n\
         | extra | object | No |\n| more | array | No |\n\n## moveNote\n\nReturns True.\n\n| Parameter | Required | Description |\n| - | - | - |\n| nest | Yes | Where |\n",
    );
    let expected = [
        "sendNote(size: Integer, extra?: Json, more?: Array<Json>) -> True",
        "moveNote(nest: String) -> True",
    ];
    assert_eq!(outline(&page), expected);
    assert!(errors(&page).is_empty(), "{:?}", page.diagnostics);
}

#[test]
fn names_on_the_wire_may_have_marks() {
    let page = "## sendNote\n\nReturns True.\n\n| Parameter | Type | Required |\n| - | - | - |\n| reply-to | String | Yes |\n| from.id | String | Yes |\n";
    let read = read("dotted_names: true", page);
    assert_eq!(
        outline(&read),
        ["sendNote(reply-to: String, from.id: String) -> True"]
    );
    let names: Vec<&str> = read.schema.methods[0]
        .params
        .iter()
        .map(|one| one.name.as_str())
        .collect();
    assert_eq!(names, ["reply_to", "from_id"]);
}

#[test]
fn a_bad_pattern_is_an_error_with_its_place() {
    let text = "title: Demo\nbase_url: https://api.example.org\nreads:\n  leave_out: '(Events'\n  dialect:\n    unions: '(?i)one of'\n    \
        descriptions:\n      facts:\n      - is: length\n        patterns: ['{min}{to}{max} it''s [']\n";
    let source = Source::new("api.yaml", text);
    let manifest: schema::Manifest = yaml::load(text).unwrap();
    let found = check_reads(&manifest.reads, &source);
    let places: Vec<_> = found
        .iter()
        .map(|one| one.primary.as_ref().unwrap().position())
        .map(|at| (at.line, at.column))
        .collect();
    assert_eq!(places, [(10, 21), (4, 15)], "{found:?}");
}

#[test]
fn names_of_methods_may_have_dots_and_slashes() {
    for (heading, name) in [
        ("chat.postNote", "chat.postNote"),
        ("/notes/create", "notes/create"),
        ("`.reload_notes` 重新加载", ".reload_notes"),
        ("_reload (reloads)", "_reload"),
    ] {
        let text = format!(
            "## {heading}\n\nReturns True.\n\n| Parameter | Type | Required |\n| - | - | - |\n| text | String | Yes |\n"
        );
        let page = read("{}", &text);
        assert_eq!(outline(&page), [format!("{name}(text: String) -> True")]);
    }
    let prose = "## sendNote\n\nReturns True.\n\n## e.g.\n\nReturns True.\n\n## v1.0\n\nReturns True.\n\n## and/or\n\nProse.\n";
    assert_eq!(outline(&read("{}", prose)), ["sendNote() -> True"]);
}

#[test]
fn columns_of_values_and_places_are_facts() {
    let page = read(
        "{}",
        "## sendNote\n\nReturns True.\n\n| Parameter | In | Type | Required | Values |\n| - | - | - | - | - |\n\
         | kind | query | String | Yes | `big` `small` |\n| size | body | Integer | Yes | any of `1` |\n",
    );
    let params = &page.schema.methods[0].params;
    assert_eq!(params[0].facts.values.len(), 2);
    assert!(params[1].facts.values.is_empty());
    let places: Vec<_> = params.iter().map(|param| param.place).collect();
    assert_eq!(places, [Some(Place::Query), Some(Place::Body)]);
}

/// The first block of code in a language after a place of a text.
fn block<'t>(text: &'t str, language: &str) -> &'t str {
    let (_, rest) = text.split_once(&format!("```{language}\n")).unwrap();
    rest.split_once("```").unwrap().0
}

#[test]
fn the_example_in_the_readme_is_read_as_it_says() {
    let readme = include_str!("../../../README.md");
    let (_, section) = readme.split_once("\n## reads:").unwrap();
    let manifest = format!(
        "title: Owlmail\nbase_url: https://owlmail.example\n{}",
        block(section, "yaml")
    );
    let manifest: schema::Manifest = yaml::load(&manifest).unwrap();
    let reads = schema::reads::Reads::clone(&manifest.reads);
    let page = read(
        &serde_json::to_string(&reads).unwrap(),
        block(section, "markdown"),
    );
    let expected = [
        "POST letters/{owl_id}(owl_id: String, text: String, stamps[]?: Array<Integer>, loud?: Boolean) -> PostLettersOwlIdResponse = POST /v2/letters/{owl_id}",
        "PostLettersOwlIdResponse {letter_id?: Integer, meta?: Json}",
    ];
    assert_eq!(outline(&page), expected);
    assert!(errors(&page).is_empty(), "{:?}", page.diagnostics);
    let length = page.schema.methods[0].params[1].facts.length.unwrap();
    assert_eq!((length.min, length.max), (Some(1), Some(500)));
}
