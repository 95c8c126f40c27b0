//! Texts with entities, of a platform that has other words for them.

use schema::model::Model;

const MANIFEST: &str = "{title: Notes API, base_url: 'https://notes.example'}";

const MARKUP: &str = "
entity: Style
command: order
languages:
  wiki:
    escape: {text: \"'[\", value: ']'}
    words:
      strong: \"'''…'''\"
      link: ['[{url} {title}|…]', '[{url} …]']
      push: <p>…</p>
      listing: {marks: '~~~…~~~', verbatim: true}
      newer: <new>…</new>
      by: '[{author.key} …]'
      lost: '[{nothing} …]'
";

const SCHEMA: &str = "
api: notes
version: null
methods:
- name: sendNote
  returns: null
  params:
  - {name: styles, type: Array<Style>, required: true}
types:
- name: Style
  fields:
  - {name: type, type: String, required: true, enum: [strong, link, push, listing, by, lost, order]}
  - {name: offset, type: Integer, required: true}
  - {name: length, type: Integer, required: true}
  - {name: url, type: String, required: false}
  - {name: author, type: Author, required: false}
- name: Author
  fields: [{name: key, type: Integer, required: true}]
";

fn model(schema: &str) -> Model {
    let mut model = crate::model(MANIFEST, schema, "{}");
    model.markup = schema::yaml::load(MARKUP).unwrap();
    model
}

fn generate(schema: &str) -> String {
    let files = generator::generate(&[model(schema)]).unwrap().0;
    files["src/apis/notes/types/style.rs"].clone()
}

#[test]
fn each_word_is_a_function_that_asks_for_its_values() {
    let code = generate(SCHEMA);
    for function in [
        "pub fn strong(self, text: impl Into<Self>) -> Self",
        "pub fn link(self, text: impl Into<Self>, url: impl Into<String>) -> Self",
        "pub fn listing(self, text: impl Into<Self>) -> Self",
        "pub fn by(self, text: impl Into<Self>, author: impl Into<Author>) -> Self",
        // The name is taken.
        "pub fn push_(self, text: impl Into<Self>) -> Self",
        "pub fn to_wiki(&self) -> String",
        "pub fn escape_wiki(text: &str) -> String",
        "pub fn text_of<'a>(&self, text: &'a str) -> Option<&'a str>",
        "\"author.key\" => Some(self.author.as_ref()?.key.to_string())",
        "const COMMAND: Option<&'static str> = Some(\"order\");",
        "const PLAIN: &'static [&'static str] = &[\"push\", \"strong\"];",
    ] {
        assert!(code.contains(function), "{function}\n{code}");
    }
}

#[test]
fn what_the_page_lacks_is_left_out() {
    let code = generate(SCHEMA);
    for word in ["newer", "lost", "nothing", "title"] {
        assert!(!code.contains(word), "{word}\n{code}");
    }
}

#[test]
fn a_type_that_counts_nothing_is_no_entity() {
    for (right, wrong) in [
        (
            "{name: offset, type: Integer, required: true}",
            "{name: offset, type: String, required: true}",
        ),
        (
            "{name: length, type: Integer, required: true}",
            "{name: length, type: Integer, required: false}",
        ),
        (", enum: [strong, link, push, listing, by, lost, order]", ""),
    ] {
        let code = generate(&SCHEMA.replace(right, wrong));
        assert!(!code.contains("TextEntity"), "{code}");
    }
    let other = SCHEMA.replace("Style", "Look");
    let files = generator::generate(&[model(&other)]).unwrap().0;
    assert!(files.values().all(|code| !code.contains("TextEntity")));
}
