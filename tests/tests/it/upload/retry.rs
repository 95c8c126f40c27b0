//! Calls with files that are sent again, where they can be.

use std::io::Cursor;

use generated::{Error, InputFile, Retries, TransportErrorKind};

use crate::support::mock::{Outcome, bot, message, now, refused};

fn reader() -> InputFile {
    InputFile::reader("cat.jpg", Cursor::new("a cat"))
}

#[test]
fn a_file_in_memory_is_sent_again_whole() {
    let bot = bot([refused(429, r#""retry_after":1"#), message(1)]).with_retries(Retries::new());
    now(bot.send_photo(1, InputFile::bytes("cat.jpg", "a cat"))).unwrap();
    let bodies = bot.transport().bodies();
    assert!(bodies.iter().all(|body| body.contains("a cat")));
    assert_eq!(bodies.len(), 2);
}

#[test]
fn a_reader_that_was_read_is_not() {
    let limited = bot([refused(429, r#""retry_after":1"#)]).with_retries(Retries::new());
    let error = now(limited.send_photo(1, reader())).unwrap_err();
    assert!(matches!(error, Error::Api(error) if error.retry_after == Some(1)));

    let lost = bot([Outcome::Fails(TransportErrorKind::Connect)]).with_retries(Retries::new());
    let error = now(lost.send_photo(1, reader())).unwrap_err();
    assert!(matches!(error, Error::Transport(failure) if failure.is_unsent()));
    assert!(lost.transport().pauses().is_empty());

    let moved = bot([refused(400, r#""migrate_to_chat_id":-1009"#)]).with_retries(Retries::new());
    let error = now(moved.send_photo(-5, reader())).unwrap_err();
    assert!(matches!(error, Error::Api(error) if error.migrate_to_chat_id == Some(-1009)));
}

#[test]
fn a_reader_that_was_not_read_is() {
    let steps = [
        Outcome::FailsUnread(TransportErrorKind::Connect),
        message(1),
    ];
    let bot = bot(steps).with_retries(Retries::new());
    now(bot.send_photo(1, reader())).unwrap();
    assert!(bot.transport().bodies()[1].contains("a cat"));
}

#[test]
fn a_form_follows_its_chat() {
    let moved = refused(400, r#""migrate_to_chat_id":-1009"#);
    let bot = bot([moved, message(-1009)]).with_retries(Retries::new());
    now(bot.send_photo(-5, InputFile::bytes("cat.jpg", "a cat"))).unwrap();
    let bodies = bot.transport().bodies();
    assert!(bodies[0].contains("\"chat_id\"\r\n\r\n-5\r\n"));
    assert!(bodies[1].contains("\"chat_id\"\r\n\r\n-1009\r\n"));
}
