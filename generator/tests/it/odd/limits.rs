//! Values that the generated code of the odd API refuses to send, and its errors. This file is built
//! in a copy of the crate.

use generated::odd::*;
use generated::{Error, Limit, Number, Problem, Request, ServerKind, Unit, ValidationError};

fn quiet() -> KeepWithin {
    KeepWithin::new(false).text("t")
}

fn check(request: KeepWithin, expected: &str) {
    let found = request.validate().map_err(|invalid| invalid.to_string());
    let expected = match expected {
        "" => Ok(()),
        text => Err(format!("keepWithin: {text}")),
    };
    assert_eq!(found, expected);
}

#[test]
fn texts() {
    check(quiet(), "");
    check(
        quiet().text(""),
        "text has 0 characters, at least 1 is required",
    );
    check(
        quiet().text("12345"),
        "text has 5 characters, at most 4 are allowed",
    );
    check(quiet().text("12345").text_parse_mode("HTML"), "");
    let empty = quiet().text("").text_parse_mode("HTML");
    check(empty, "text has 0 characters, at least 1 is required");
    check(quiet().plain(""), "");
    check(
        quiet().plain("12345"),
        "plain has 5 characters, at most 4 are allowed",
    );
    check(quiet().packed("é"), "");
    check(
        quiet().packed("ééé"),
        "packed has 6 bytes, at most 4 are allowed",
    );
    check(
        quiet().packed("e"),
        "packed has 1 byte, at least 2 are required",
    );
}

#[test]
fn what_a_server_does_not_count() {
    check(quiet().plain("\u{1f980}".repeat(4)), "");
    check(quiet().plain("  four\r\n"), "");
}

#[test]
fn numbers_and_lists() {
    check(quiet().at(-1.0), "");
    check(quiet().at(-1.5), "at is -1.5, at least -1 is required");
    check(quiet().at(1.5), "at is 1.5, at most 1 is allowed");
    check(
        quiet().list([1]),
        "list has 1 item, at least 2 are required",
    );
    let long = quiet().a_quite_long_name_for_some_number(0);
    check(
        long,
        "a_quite_long_name_for_some_number is 0, at least 1 is required",
    );
    check(quiet().nothing(5), "");
}

#[test]
fn what_is_required_only_if() {
    let why = "text is missing, required if at and list are not specified";
    check(KeepWithin::new(false), why);
    check(KeepWithin::new(false).at(0.0), "");
    check(KeepWithin::new(false).list([1, 2]), "");
    let loud = KeepWithin::new(true).text("t");
    check(loud.clone(), "at is missing, required if loud is true");
    check(loud.at(0.0), "");
}

#[test]
fn what_lies_inside() {
    let row = |data| Row::new().key(Key::new(data));
    let rows = |data| {
        vec![
            vec![RowOrInteger::from(1)],
            vec![2.into(), Row::new().next(row(data)).into()],
        ]
    };
    check(quiet().rows(rows("abc")), "");
    let invalid = quiet().rows(rows("abcd")).validate().unwrap_err();
    assert_eq!(invalid.path, "rows[1][1].next.key.data");
    let (found, unit, limit) = (4, Unit::Bytes, Limit::AtMost(3));
    assert_eq!(invalid.problem, Problem::Size { found, unit, limit });
}

#[test]
fn the_error_is_one_of_the_crate() {
    fn send(request: &impl Request) -> Result<(), Error> {
        request.validate()?;
        Ok(())
    }
    let error = send(&quiet().at(2.0)).unwrap_err();
    assert_eq!(
        error.to_string(),
        "keepWithin: at is 2, at most 1 is allowed"
    );
    let Error::Invalid(ValidationError { problem, .. }) = error else {
        panic!("another error");
    };
    let (found, limit) = (Number::Float(2.0), Limit::AtMost(1));
    assert_eq!(problem, Problem::Number { found, limit });
    assert!(send(&New_::new()).is_ok());
}

#[test]
fn a_limit_may_depend_on_the_server() {
    let asked = |copies| KeepCopies::new(copies, Shelf::new(copies));
    let why = |limit| {
        format!(
            "keepCopies: copies is {limit}, at most {} are allowed",
            limit - 1
        )
    };
    for (server, most) in [(ServerKind::Platform, 5), (ServerKind::Local, 900)] {
        assert_eq!(asked(most).validate_for(server), Ok(()));
        let invalid = asked(most + 1).validate_for(server).unwrap_err();
        assert_eq!(invalid.to_string(), why(most + 1));
    }
    // Nobody knows where it goes, so that no server may be ruled out.
    assert_eq!(asked(900).server(), ServerKind::Unknown);
    assert_eq!(asked(900).validate(), Ok(()));
    assert_eq!(asked(901).validate().unwrap_err().to_string(), why(901));
}

#[test]
fn a_limit_inside_a_parameter_may_depend_on_the_server() {
    let request = KeepCopies::new(1, Shelf::new(7));
    assert_eq!(request.validate_for(ServerKind::Local), Ok(()));
    let invalid = request.validate_for(ServerKind::Platform).unwrap_err();
    assert_eq!(invalid.path, "shelf.boards");
}
