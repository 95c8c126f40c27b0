//! `required_if`: the words that are a condition are checked before a request is sent.

/// The arguments of the check of `it`, where there is one: the condition, and its words.
fn check(required_if: &str) -> Option<String> {
    let schema = "{api: t, version: null, types: [], methods: [{name: sendNote, returns: 'True', \
                  params: [{name: it, type: String, required: false}, \
                  {name: a, type: String, required: false}, \
                  {name: b, type: String, required: false}, \
                  {name: c, type: String, required: false}, \
                  {name: ok, type: Boolean, required: false}, \
                  {name: must, type: Boolean, required: true}]}]}";
    let manifest = "{title: T, base_url: 'https://t.example'}";
    let mut model = crate::model(manifest, schema, "{}");
    model.schema.methods[0].params[0].facts.required_if = Some(required_if.to_owned());
    let files = generator::generate(&[model]).unwrap();
    let texts: Vec<String> = files.0.into_values().collect();
    let words: Vec<String> = texts
        .iter()
        .flat_map(|text| text.split_whitespace())
        .map(str::to_owned)
        .collect();
    let text = words.join(" ");
    let (_, check) = text.split_once("path.check_required(")?;
    let (check, _) = check.split_once(")?;")?;
    let arguments = check.trim().trim_end_matches(',');
    Some(arguments.replace("\"it\", &self.it, ", ""))
}

#[test]
fn what_is_a_condition() {
    for (words, expected) in [
        (
            "a is not specified",
            r#"self.a.is_none(), "a is not specified""#,
        ),
        (
            "a and b are not specified",
            r#"self.a.is_none() && self.b.is_none(), "a and b are not specified""#,
        ),
        (
            "`a`, b and c are specified.",
            r#"self.a.is_some() && self.b.is_some() && self.c.is_some(), "a and b and c are specified""#,
        ),
        ("ok is False", r#"self.ok == Some(false), "ok is false""#),
        ("must is True", r#"self.must, "must is true""#),
    ] {
        assert_eq!(check(words).as_deref(), Some(expected), "{words}");
    }
}

#[test]
fn what_is_none_is_only_documented() {
    for words in [
        "a or b is not specified",
        "the message is old",
        "is True",
        "",
        "other is specified",
    ] {
        assert_eq!(check(words), None, "{words}");
    }
}
