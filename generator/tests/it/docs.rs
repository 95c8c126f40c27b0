//! Doc comments: a text of the page is shown as that text, whatever it looks like.

use syn::{Attribute, Expr, Item, Lit, Meta};

const MANIFEST: &str = "{title: T, base_url: 'https://t.example', prose: keep}";

/// The lines of the comment on a method with this text and this link.
fn comment(text: &str, link: Option<&str>) -> Vec<String> {
    let schema = "{api: t, version: null, types: [], \
                  methods: [{name: sendNote, returns: 'True', params: []}]}";
    let mut model = crate::model(MANIFEST, schema, "{}");
    model.manifest.page.url = Some("https://t.example/docs".to_owned());
    model.schema.methods[0].doc = Some(text.to_owned());
    model.schema.methods[0].link = link.map(str::to_owned);
    let files = generator::generate(&[model]).unwrap();
    let parsed = files.0.values().map(|text| syn::parse_file(text).unwrap());
    let mut items = parsed.flat_map(|file| file.items);
    let found = items.find_map(|item| match item {
        Item::Struct(item) if item.ident == "SendNote" => Some(item.attrs),
        _ => None,
    });
    found.unwrap().iter().filter_map(doc_line).collect()
}

fn doc_line(attribute: &Attribute) -> Option<String> {
    let Meta::NameValue(pair) = &attribute.meta else {
        return None;
    };
    match &pair.value {
        Expr::Lit(value) if pair.path.is_ident("doc") => match &value.lit {
            Lit::Str(text) => Some(text.value().trim_start().to_owned()),
            _ => None,
        },
        _ => None,
    }
}

/// The first line of the comment.
fn line(text: &str) -> String {
    comment(text, None).remove(0)
}

#[test]
fn markup_is_text() {
    for (text, shown) in [
        ("a <b> [c](d) *e*/", r"a \<b\> \[c\](d) *e\*/"),
        (r"\<script>", r"\\\<script\>"),
        ("a `<b>` c ` d", r"a `<b>` c \` d"),
        ("```rust\npanic!()\n```", r"\`\`\`rust panic!() \`\`\`"),
        ("a\u{202e}b\u{0}c\t d", "abc d"),
        ("a\u{200d}\u{200b}b", "a\u{200d}b"),
    ] {
        assert_eq!(line(text), shown);
    }
}

#[test]
fn a_web_address_is_code() {
    let text = "See (https://example.org/a?b=c).";
    assert_eq!(line(text), "See (`https://example.org/a?b=c`).");
}

#[test]
fn a_link_leads_to_the_web_and_ends_where_it_should() {
    let with_link = |link| comment("A.", Some(link)).join("\n");
    let safe = "(https://t.example/docs#a%28b%29)";
    assert!(with_link("#a(b)").ends_with(safe), "{}", with_link("#a(b)"));
    assert!(!with_link("javascript:x").contains("(javascript:"));
}

#[test]
fn no_line_starts_a_block() {
    for (text, shown) in [("- a", r"\- a"), ("# a", r"\# a"), ("12. a", r"12\. a")] {
        assert_eq!(line(text), shown);
    }
    assert_eq!(comment("    a\n\n\n    b\nc", None)[..3], ["a", "", "b c"]);
}

#[test]
fn code_is_never_broken() {
    let text = format!("{} `let a = 1;` b", "word ".repeat(18));
    let lines = comment(text.trim(), None);
    assert_eq!(lines[1], "`let a = 1;` b");
    assert!(lines.iter().all(|line| line.len() <= 96));
}

#[test]
fn another_name_in_json_is_said() {
    let schema = "{api: t, version: null, types: [], methods: [{name: sendNote, returns: 'True',
        params: [{name: from_ink, wire_name: ink, type: Integer, required: false}]}]}";
    let model = crate::model(MANIFEST, schema, "{}");
    let files = generator::generate(&[model]).unwrap();
    let request = &files.0["src/apis/t/methods/send_note.rs"];
    assert!(
        request.contains("/// The `from_ink` parameter. In JSON: `ink`."),
        "{request}"
    );
}
