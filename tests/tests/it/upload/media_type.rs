//! The media types that the server is told.

use generated::{BlockingCall, InputFile};

use crate::support::raw_server::{Server, blocking_bot};

#[test]
fn the_extension_tells_the_type() {
    let type_of = |name: &str| InputFile::bytes(name, "").media_type().to_owned();
    assert_eq!(type_of("cat.jpg"), "image/jpeg");
    assert_eq!(type_of("My.Cat.JPEG"), "image/jpeg");
    assert_eq!(type_of("voice.oga"), "audio/ogg");
    for unknown in ["", ".", "cat", "jpg", "cat.", "cat.jpg.xyz", "кот.жпг"] {
        assert_eq!(type_of(unknown), "application/octet-stream", "{unknown}");
    }
    let renamed = InputFile::bytes("cat.tmp", "").named("cat.webp");
    assert_eq!(renamed.media_type(), "image/webp");
}

#[test]
fn a_form_has_the_type_of_each_file() {
    let types = ["image/gif", "model/stl", "a/b%0D%0AX: y"];
    let files = [
        InputFile::bytes("cat.gif", "x"),
        InputFile::bytes("cat.gif", "x").with_media_type("model/stl"),
        // What is set can't add a line to the head of a part.
        InputFile::bytes("cat.gif", "x").with_media_type("a/b\r\nX: y"),
    ];
    for (file, media_type) in files.into_iter().zip(types) {
        let server = Server::result("true");
        let bot = blocking_bot(&server.url());
        bot.set_chat_photo(42, file).call().unwrap();
        let body = String::from_utf8(server.received().body).unwrap();
        let line = format!("\r\nContent-Type: {media_type}\r\n\r\nx\r\n");
        assert!(body.contains(&line), "{body}");
    }
}
