//! The behaviour of the generated code of the odd API. This file is built in a copy of the crate.

use generated::odd::*;
use generated::{Files, InputFile, Raw, Request, UpdateApi, UpdateRequest};
use serde::Serialize;
use serde::de::DeserializeOwned;

/// Reads a value, checks that it is written as it was read, and returns it.
fn same<T: DeserializeOwned + Serialize>(json: &str) -> T {
    let value: T = serde_json::from_str(json).unwrap();
    assert_eq!(serde_json::to_string(&value).unwrap(), json);
    value
}

#[test]
fn wire_names_are_those_of_the_page() {
    let request = Self__::new(Self_::new(T_::new()), "c", "t")
        .self__("s")
        .super_("u");
    let request = request
        .r#fn(["f"])
        .r#gen(true)
        .bot(Bot_::new().bot(1))
        .new_("n")
        .on(1);
    // What is required comes first.
    let json = r#"{"self":{"type":{"t":7}},"crate":"c","type":"t","Self":"s","super":"u","#;
    let rest = r#""fn":["f"],"gen":true,"bot":{"bot":1},"new":"n","on":1}"#;
    assert_eq!(request.to_json().unwrap(), format!("{json}{rest}"));

    let names = Bot__::new()
        .foo_bar("a")
        .foo_bar_("b")
        ._2fa([[StringOrInteger::from(1), "2".into()]]);
    let json = r#"{"fooBar":"a","foo_bar":"b","_2fa":[[1,"2"]]}"#;
    assert_eq!(names.to_json().unwrap(), json);
    assert_eq!(<SendPhoto_ as Request>::METHOD, "send_photo");
    assert_eq!(<SendPhoto__ as Request>::METHOD, "sendPhoto");
}

#[test]
fn a_wire_name_stands_for_that_of_the_page() {
    let request = Renamed_::new(7).renamed(Renamed::new("k").long_texts(["a"]).texts(1));
    let json = r#"{"id":7,"renamed":{"sort":"k","texts":["a"],"words":1}}"#;
    assert_eq!(request.to_json().unwrap(), json);
    let upload = Renamed_::new(7).from_file(InputFile::bytes("a", "b"));
    assert_eq!(Files::of(&upload).parts()[0].name, "file");
    assert_eq!(<Renamed_ as Request>::PARAMS, ["id", "file", "renamed"]);
    let error = Renamed_::new(0).validate().unwrap_err().to_string();
    assert!(error.starts_with("renamed: id is 0"), "{error}");

    let value: Renamed = same(r#"{"sort":"k","texts":["a"],"words":1}"#);
    assert_eq!(value.long_texts.unwrap(), ["a"]);
    // A server may use the page's name after all, where that is not another field's.
    let value: Renamed = serde_json::from_str(r#"{"kind":"k","long_texts":["a"]}"#).unwrap();
    assert_eq!(value, Renamed::new("k").long_texts(["a"]));
}

#[test]
fn constants_are_not_asked_for() {
    let many = |seventh| {
        let tree = || Tree::new().left(Tree::new());
        TakeManyThings::new(1, 2.5, false, "5", 6, seventh, tree(), [[tree()], [tree()]])
    };
    let body = many(Message::new(1, Chat::default())).to_json().unwrap();
    assert!(
        body.contains(r#""fourth":true,"fifth":"5","sixth":6"#),
        "{body}"
    );
    assert!(
        body.contains(r#"{"kind":"a \"tree\"","left":{"kind":"#),
        "{body}"
    );
    assert_eq!(
        serde_json::to_string(&B_::default()).unwrap(),
        r#"{"b":true,"c":true}"#
    );
}

#[test]
fn recursive_types_are_boxed_and_read() {
    let json = r#"{"id":1,"chat":{"pinned":{"id":3,"chat":{}}},"reply":{"id":2,"chat":{}}}"#;
    let message: Message = same(json);
    assert_eq!(message.reply.unwrap().id, 2);
    assert_eq!(message.chat.pinned.unwrap().id, 3);
    assert!(size_of::<Message>() < 200);
}

#[test]
fn objects_are_distinguished_by_their_fields() {
    assert!(matches!(
        same(r#"{"type":"photo","url":"u"}"#),
        Result_::Photo(_)
    ));
    assert!(matches!(
        same(r#"{"type":"photo","file_id":"f"}"#),
        Result_::CachedPhoto(_)
    ));
    assert!(matches!(same(r#"{"type":"text"}"#), Result_::Text(_)));
    assert!(matches!(same(r#"{"id":1,"chat":{}}"#), Result_::Message(_)));
    assert!(serde_json::from_str::<Result_>(r#"{"type":"other"}"#).is_err());

    assert!(matches!(same(r#"{"date":0}"#), Maybe::Inaccessible(_)));
    assert!(matches!(
        same(r#"{"date":1,"text":"t"}"#),
        Maybe::Accessible(_)
    ));
    assert!(matches!(same(r#"{"id":1,"b":2}"#), Keyed::B(_)));
    assert!(matches!(same(r#"{"id":1}"#), Keyed::C(_)));
}

#[test]
fn what_looks_alike_is_the_first_that_fits() {
    assert!(matches!(same(r#"{"n":1}"#), Alike::LikeA(_)));
    assert!(matches!(same(r#"{"n":"1"}"#), Alike::LikeB(_)));
    assert!(matches!(same(r#"{"n": [1]}"#), Alike::Undefined(_)));
    assert!(matches!(same("[1, 2]"), Alike::Undefined(_)));
}

#[test]
fn kinds_of_json_tell_scalars_apart() {
    assert_eq!(same::<Scalar>("1"), Scalar::Integer(1));
    assert_eq!(same::<Scalar>("1.5"), Scalar::Float(1.5));
    assert_eq!(same::<Scalar>("true"), Scalar::True);
    assert_eq!(same::<Scalar>("false"), Scalar::Boolean(false));
    assert_eq!(same::<Scalar>("\"a\""), Scalar::from("a"));
    assert_eq!(same::<Scalar>("[1]"), Scalar::from(vec![1]));
    assert_eq!(
        same::<Scalar>("[\"a\"]"),
        Scalar::from(vec!["a".to_owned()])
    );
    let error = serde_json::from_str::<Scalar>("null")
        .unwrap_err()
        .to_string();
    assert!(error.starts_with("expected Scalar, found null"), "{error}");
    let rich = r#"["a",{"type":"bold","text":{"type":"link","text":["b",[]]}}]"#;
    assert!(matches!(same(rich), Rich::ArrayOfRich(list) if list.len() == 2));
}

#[test]
fn files_are_found_however_deep() {
    let [photo, cover, a, b] = ["p", "c", "a", "b"].map(|name| InputFile::bytes(name, *b"x"));
    let inner = InputThing::new(b.clone());
    let album = [
        InputThing::new(a.clone()).parts([inner]),
        InputThing::new("known"),
    ];
    let request = Upload::new().photo(photo.clone()).cover(cover).album(album);
    let request = request.certificate(photo.clone());
    let files = Files::of(&request);
    let names: Vec<&str> = files
        .parts()
        .iter()
        .map(|part| part.name.as_ref())
        .collect();
    assert_eq!(
        names,
        ["photo", "cover", &a.name(), &b.name(), "certificate"]
    );
    let body = request.to_json().unwrap();
    assert!(
        body.contains(&format!(r#""media":"attach://{}""#, b.name())),
        "{body}"
    );
}

#[test]
fn json_of_no_stated_type_is_kept() {
    let raw: <New_ as Request>::Response = serde_json::from_str("[ 1 ]").unwrap();
    assert_eq!(Raw::json(&raw), "[ 1 ]");
}

#[test]
fn updates_are_asked_for_by_what_requires_nothing() {
    assert_eq!(GetEvents::new(7).long_poll_timeout().as_secs(), 7);
    assert_eq!(GetEvents::new(-7).long_poll_timeout().as_secs(), 0);
    let mut request = <Odd as UpdateApi>::UpdateRequest::default();
    *request.offset_mut() = Some(5);
    assert_eq!(request, GetEventsLater::new().offset(5));
    // A text is neither a number of updates nor of seconds.
    assert!(request.limit_mut().is_none() && request.timeout_mut().is_none());
    assert_eq!(request.long_poll_timeout().as_secs(), 0);
}

#[test]
fn a_constant_that_is_no_tag_keeps_what_was_sent() {
    let pay: Pay = same(r#"{"currency":"stone","amount":1}"#);
    assert_eq!(pay.currency, "stone");
    let usual: Pay = same(r#"{"currency":"shell","amount":1}"#);
    assert_eq!(usual.currency, "shell");
}

#[test]
fn an_object_of_flags_may_be_missing() {
    for json in ["{}", r#"{"rights":null}"#] {
        let reader: Reader = serde_json::from_str(json).unwrap();
        assert_eq!(reader.rights, Rights::default());
        let written = serde_json::to_string(&reader).unwrap();
        assert_eq!(written, r#"{"rights":{"may_read":false}}"#);
    }
    let kept: Reader = same(r#"{"rights":{"may_read":true,"may_leave":true}}"#);
    assert!(kept.rights.may_read);
}

/// Reads a value, writes it, and returns it with what is read from that.
fn twice<T: DeserializeOwned + Serialize>(json: &str) -> (T, T) {
    let value: T = serde_json::from_str(json).unwrap();
    let written = serde_json::to_string(&value).unwrap();
    (value, serde_json::from_str(&written).unwrap())
}

#[test]
fn a_tag_is_not_made_up() {
    for json in ["{}", r#"{"sent":null}"#, r#"{"sent":0}"#, r#"{"a":1}"#] {
        let (letter, again) = twice::<LetterOrGone>(json);
        assert!(matches!(letter, LetterOrGone::GoneLetter(_)), "{json}");
        assert_eq!(letter, again);
        let (post, again) = twice::<Post>(json);
        assert!(matches!(post, Post::GoneLetter(_)), "{json}");
        assert_eq!(post, again);
    }
    let (letter, _) = twice::<LetterOrGone>(r#"{"sent":7,"text":"hi"}"#);
    assert!(matches!(letter, LetterOrGone::Letter(_)));
    let (post, _) = twice::<Post>(r#"{"sent":7,"front":"a cat"}"#);
    assert!(matches!(post, Post::Card(_)));
}
