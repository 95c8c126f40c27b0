//! Sentences that let another type stand in the place of one.

use testing::report;

/// A page whose type `Knob` has this prose below its heading.
fn page(prose: &str) -> String {
    format!(
        "## turnKnob\n\nTurns a knob. Returns True on success.\n\n\
         | Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n\
         | knob | Knob | Yes | The knob to turn |\n| dial | Dial | Yes | The dial to read |\n\n\
         ## Knob\n\n{prose}\n\n\
         | Field | Type | Description |\n| --- | --- | --- |\n\
         | label | String | What the knob says |\n\n\
         ## Dial\n\nA dial.\n\n\
         | Field | Type | Description |\n| --- | --- | --- |\n| size | Integer | Optional. Its size |\n"
    )
}

/// The type that can stand in the place of `Knob`.
fn alternative(prose: &str) -> Option<String> {
    let schema = report::read_schema(&page(prose));
    let def = schema.type_def("Knob").unwrap();
    def.or.as_ref().map(ToString::to_string)
}

#[test]
fn another_type_can_stand_in_its_place() {
    for (prose, ty) in [
        (
            "A knob. For plain knobs, String can be used instead of the object to label it.",
            "String",
        ),
        (
            "An Integer may be passed instead of this object.",
            "Integer",
        ),
        ("A string may also be sent in place of a Knob.", "String"),
        (
            "You can pass a String or an Integer instead of this object.",
            "String | Integer",
        ),
        (
            "Instead of this object, an Array of String can be sent.",
            "Array<String>",
        ),
        ("A String array may be passed instead.", "Array<String>"),
        ("A knob. A Boolean can be used instead.", "Boolean"),
        (
            "For `Dial` knobs, a `String` can be used instead of this type.",
            "String",
        ),
        (
            "A Dial with nothing on it can be given instead of the Knob object.",
            "Dial",
        ),
        (
            "It is also allowed to send a String in place of this object.",
            "String",
        ),
        ("This object can also be a plain String.", "String"),
        ("Knob may also be String.", "String"),
        (
            "旋钮。对于简单的旋钮，可以使用 String 代替此对象。",
            "String",
        ),
        ("可用字符串代替该对象来指定名称。", "String"),
        (
            "也可以直接传入整数或字符串，而不是此对象。",
            "Integer | String",
        ),
        ("此对象可以用 String 代替。", "String"),
        ("String 可以代替 Knob 对象。", "String"),
        ("该对象也可以是字符串。", "String"),
    ] {
        let read = alternative(prose);
        assert_eq!(read.as_deref(), Some(ty), "{prose}");
        let found = report::list_findings(&page(prose));
        assert!(found.is_empty(), "{prose}: {found:?}");
    }
}

#[test]
fn sentences_about_something_else_say_nothing() {
    for prose in [
        "A String can't be used instead of this object.",
        "A String cannot be passed instead.",
        "不能使用 String 代替此对象。",
        "A String can be used instead of the parameter label.",
        "A String can be used instead of `label`.",
        "A String can be used instead of a Dial.",
        "An Integer can be specified instead of the object's label.",
        "An Integer can be specified instead of this object identifier.",
        "The String label can be used instead.",
        "Bots can use dials instead of this object.",
        "Previously, a String was used instead of this object.",
        "It may also be a String.",
        "可以使用 String 代替 label。",
        "可以使用 String 代替此对象的名称。",
    ] {
        assert_eq!(alternative(prose), None, "{prose}");
        let found = report::list_findings(&page(prose));
        assert!(found.is_empty(), "{prose}: {found:?}");
    }
}

#[test]
fn a_word_that_names_no_type_is_a_finding() {
    for (prose, place) in [
        (
            "A knob. A text can be used instead of this object.",
            "12:11",
        ),
        ("旋钮。可以使用文本代替此对象。", "12:8"),
    ] {
        assert_eq!(alternative(prose), None, "{prose}");
        let found = report::list_findings(&page(prose));
        assert_eq!(found, [format!("{place} unread-fact Knob")], "{prose}");
    }
}

#[test]
fn a_union_has_it_too() {
    let page = "## sendShape\n\nReturns True.\n\n\
        | Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n\
        | shape | Shape | Yes | The shape |\n\n\
        ## Shape\n\nA shape. A String may be passed instead of this object. It is one of\n\n\
        - Circle\n- Square\n\n## Circle\n\n| Field | Type | Description |\n| --- | --- | --- |\n\
        | radius | Integer | Its radius |\n\n## Square\n\n\
        | Field | Type | Description |\n| --- | --- | --- |\n| side | Integer | Its side |\n";
    let schema = report::read_schema(page);
    let shape = schema.type_def("Shape").unwrap();
    assert_eq!(shape.or.as_ref().unwrap().to_string(), "String");
    assert_eq!(shape.union().unwrap().one_of.len(), 2);
}
