//! The OpenAPI document of an API.

use generator::openapi::{Bodies, Options, Version, print_json_schema, print_openapi};
use schema::model::Model;
use serde_json::{Value, json};

const MANIFEST: &str = "
title: Pigeon API
base_url: https://pigeon.example
page: {url: 'https://pigeon.example/docs'}
names: {Integer | String: LoftId}
";

const SCHEMA: &str = "
api: pigeon
version: '2.1'
methods:
- name: sendNote
  link: '#sendnote'
  returns: Note
  params:
  - {name: loft_id, type: Integer | String, required: true}
  - {name: text, type: String, required: true, length: {min: 1, max: 500}}
  - {name: parse_mode, type: String, required: false, enum: [plain, rich]}
  - {name: perches, type: Array<Perch>, required: false, items: {max: 3}}
  - {name: weight, type: Integer, required: false, range: {min: 1, max: 9}, default: 2}
  - {name: tag, type: String, required: false, bytes: {min: 1, max: 64}}
- name: sendFeather
  returns: 'True'
  params:
  - {name: loft_id, type: Integer | String, required: true}
  - {name: feather, type: InputFile | String, required: true}
- name: setCrest
  returns: 'True'
  params: [{name: crest, type: InputFile, required: true}]
- {name: getBirds, returns: Array<Bird>, params: []}
types:
- name: Note
  fields:
  - {name: note_id, type: Integer, required: true}
  - {name: sent, type: Integer, required: true, format: unix-time}
  - {name: mood, type: String, required: false, enum: [calm, wild]}
  - {name: text, type: Plume, required: false}
- name: Perch
  fields: [{name: name, type: String, required: true}]
- {name: Bird, one_of: [Dove, Owl], tag: kind}
- name: Dove
  fields: [{name: kind, type: String, required: true, const: dove}]
- name: Owl
  fields: [{name: kind, type: String, required: true, const: owl}]
- {name: Plume, one_of: [String, Array<Plume>, Perch]}
- name: Advice
  fields: [{name: retry_after, type: Integer, required: false}]
";

const WORDS: &str = "{sendNote: Sends a note. It arrives by wing., Note: A note.}";

fn model() -> Model {
    crate::model(MANIFEST, SCHEMA, WORDS)
}

fn document(options: Options) -> Value {
    let text = print_openapi(&[model()], "pigeon", options).unwrap();
    serde_json::from_str(&text).unwrap()
}

fn component(document: &Value, name: &str) -> Value {
    document["components"]["schemas"][name].clone()
}

#[test]
fn the_token_is_a_variable_of_the_server() {
    let document = document(Options::default());
    assert_eq!(document["openapi"], "3.1.0");
    assert_eq!(document["info"]["version"], "2.1");
    let server = &document["servers"][0];
    assert_eq!(server["url"], "https://pigeon.example/bot{token}");
    assert_eq!(server["variables"]["token"]["default"], "TOKEN");
    assert_eq!(document["security"], json!([]));
}

#[test]
fn a_method_is_one_operation_with_one_body() {
    let document = document(Options::default());
    assert_eq!(document["paths"].as_object().unwrap().len(), 4);
    let operation = &document["paths"]["/sendNote"]["post"];
    assert_eq!(operation["operationId"], "sendNote");
    assert_eq!(operation["summary"], "Sends a note.");
    let url = &operation["externalDocs"]["url"];
    assert_eq!(url, "https://pigeon.example/docs#sendnote");
    let body = &operation["requestBody"]["content"];
    let reference = json!({"$ref": "#/components/schemas/SendNote"});
    assert_eq!(*body, json!({"application/json": {"schema": reference}}));
    let birds = &document["paths"]["/getBirds"]["post"];
    assert_eq!(birds.get("requestBody"), None);
}

#[test]
fn a_request_is_closed_and_knows_its_limits() {
    let request = component(&document(Options::default()), "SendNote");
    assert_eq!(request["additionalProperties"], false);
    assert_eq!(request["required"], json!(["loft_id", "text"]));
    let properties = &request["properties"];
    assert_eq!(properties["loft_id"]["$ref"], "#/components/schemas/LoftId");
    assert_eq!(
        properties["parse_mode"]["$ref"],
        "#/components/schemas/ParseMode"
    );
    assert_eq!(properties["perches"]["maxItems"], 3);
    assert_eq!(properties["weight"]["minimum"], 1);
    assert_eq!(properties["weight"]["default"], 2);
    assert_eq!(properties["tag"]["maxLength"], 64);
    assert_eq!(properties["tag"]["x-max-bytes"], 64);
    // Its markup is not counted.
    assert_eq!(properties["text"], json!({"type": "string"}));
}

#[test]
fn an_answer_is_open() {
    let document = document(Options::default());
    let note = component(&document, "Note");
    assert_eq!(note.get("additionalProperties"), None);
    let mood = json!([{"$ref": "#/components/schemas/NoteMood"}, {"type": "string"}]);
    assert_eq!(note["properties"]["mood"]["anyOf"], mood);
    assert_eq!(note["properties"]["sent"]["x-format"], "unix-time");
    assert_eq!(
        component(&document, "Perch").get("additionalProperties"),
        None
    );
    let operation = &document["paths"]["/sendNote"]["post"];
    let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
    assert_eq!(answer["required"], json!(["ok", "result"]));
    let refusal = component(&document, "Refusal");
    assert_eq!(
        refusal["required"],
        json!(["ok", "error_code", "description"])
    );
    let parameters = &refusal["properties"]["parameters"];
    assert_eq!(parameters["$ref"], "#/components/schemas/Advice");
}

#[test]
fn a_union_has_a_discriminator_where_texts_tell_its_members_apart() {
    let document = document(Options::default());
    let bird = component(&document, "Bird");
    let mapping = json!({
        "dove": "#/components/schemas/Dove",
        "owl": "#/components/schemas/Owl",
    });
    assert_eq!(bird["discriminator"]["propertyName"], "kind");
    assert_eq!(bird["discriminator"]["mapping"], mapping);
    assert_eq!(bird["oneOf"].as_array().unwrap().len(), 2);
    let loft = component(&document, "LoftId");
    assert_eq!(loft["anyOf"].as_array().unwrap().len(), 2);
    assert_eq!(loft.get("discriminator"), None);
}

#[test]
fn a_list_of_the_unions_own_values_is_unrolled_once() {
    let plume = component(&document(Options::default()), "Plume");
    let items = &plume["anyOf"][1]["items"]["anyOf"];
    let perch = json!({"$ref": "#/components/schemas/Perch"});
    let lists = json!({"type": "array", "items": {}});
    assert_eq!(*items, json!([{"type": "string"}, perch, lists]));
}

#[test]
fn a_file_is_a_text_in_json_and_a_part_of_a_form() {
    let json = document(Options::default());
    let feather = &component(&json, "SendFeather")["properties"]["feather"];
    assert_eq!(*feather, json!({"type": "string"}));
    let crest = &json["paths"]["/setCrest"]["post"]["requestBody"]["content"];
    let part = &crest["multipart/form-data"]["schema"]["properties"]["crest"];
    assert_eq!(part["format"], "binary");

    let forms = document(Options {
        bodies: Bodies::Form,
        ..Options::default()
    });
    let body = |path: &str| {
        forms["paths"][path]["post"]["requestBody"]["content"]["multipart/form-data"].clone()
    };
    let feather = &body("/sendFeather")["schema"]["properties"]["feather"];
    let either = json!([{"type": "string", "format": "binary"}, {"type": "string"}]);
    assert_eq!(feather["anyOf"], either);
    let encoding = &body("/sendNote")["encoding"];
    assert_eq!(
        *encoding,
        json!({"perches": {"contentType": "application/json"}})
    );
}

#[test]
fn the_older_version_has_neither_constants_nor_words_beside_a_reference() {
    let document = document(Options {
        version: Version::V3_0,
        ..Options::default()
    });
    assert_eq!(document["openapi"], "3.0.3");
    let dove = component(&document, "Dove");
    let kind = json!({"type": "string", "enum": ["dove"]});
    assert_eq!(dove["properties"]["kind"], kind);
    assert!(!document.to_string().contains("\"const\""));
}

#[test]
fn a_call_is_described_as_the_manifest_says() {
    let manifest = "
title: Pigeon API
base_url: https://pigeon.example
call:
  url: '{base}/v3/{path}'
  headers: {Authorization: 'Bearer {token}'}
  methods: {getNote: 'GET /notes/{id}'}
  response: {success: {status: [ok]}, result: data, message: why}
";
    let schema = "
api: pigeon
version: null
methods:
- name: getNote
  returns: String
  params:
  - {name: id, type: Integer, required: true}
  - {name: page, type: Integer, required: false}
types: []
";
    let model = crate::model(manifest, schema, "{}");
    let text = print_openapi(&[model], "pigeon", Options::default()).unwrap();
    let document: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(document["servers"][0]["url"], "https://pigeon.example/v3");
    let scheme = &document["components"]["securitySchemes"]["token"];
    assert_eq!(scheme["scheme"], "bearer");
    let operation = &document["paths"]["/notes/{id}"]["get"];
    let places: Vec<&Value> = operation["parameters"]
        .as_array()
        .unwrap()
        .iter()
        .map(|one| &one["in"])
        .collect();
    assert_eq!(places, ["path", "query"]);
    let answer = &operation["responses"]["200"]["content"]["application/json"]["schema"];
    assert_eq!(answer["required"], json!(["status", "data"]));
}

#[test]
fn a_type_is_exported_with_what_it_needs() {
    let text = print_json_schema(&[model()], "pigeon", "Note").unwrap();
    let schema: Value = serde_json::from_str(&text).unwrap();
    assert_eq!(schema["$ref"], "#/$defs/Note");
    let names: Vec<&String> = schema["$defs"].as_object().unwrap().keys().collect();
    assert_eq!(names, ["Note", "NoteMood", "Perch", "Plume"]);
    assert!(!text.contains("#/components"));
    let error = print_json_schema(&[model()], "pigeon", "Nota").unwrap_err();
    assert!(error.to_string().contains("`Note`"), "{error}");
}

#[test]
fn the_same_model_gives_the_same_bytes() {
    let print = || print_openapi(&[model()], "pigeon", Options::default()).unwrap();
    assert_eq!(print(), print());
}
