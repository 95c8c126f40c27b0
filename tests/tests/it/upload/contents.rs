//! Files that are sent: whole, from wherever they come, or the error names the one that is not.

use std::fs::{self, File};
use std::io::{self, Read};
use std::path::PathBuf;
use std::time::Duration;

use fake_server::{Fault, Kind, Server};
use generated::telegram::{Bot, InputMediaDocument};
use generated::{InputFile, Retries, TransportErrorKind};
use sha2::{Digest, Sha256};

use crate::support::fake::{bot, contents, failure, only, start, struck};
use crate::support::folder;
use crate::support::raw_server::{self, Does, TOKEN};

const LENGTH: u32 = 1_500_000;

/// A file on the disk, whose name a form has to escape.
fn on_disk(test: &str) -> PathBuf {
    let path = folder(test).join("a \"cat\".bin");
    fs::write(&path, contents(LENGTH)).unwrap();
    path
}

fn streamed() -> InputFile {
    let all = contents(LENGTH);
    let pieces: Vec<_> = all.chunks(10_000).map(|piece| Ok(piece.to_vec())).collect();
    InputFile::stream("stream.bin", futures_util::stream::iter(pieces))
}

/// What the server got of one call: name, size and hash of each file.
fn received(server: &Server, method: &str) -> Vec<(String, u64, String)> {
    let files = only(server, method).files.into_iter();
    let files = files.map(|file| (file.file_name, file.file_size, file.sha256));
    files.collect()
}

fn expected(name: &str, contents: &[u8]) -> (String, u64, String) {
    let hash = Sha256::digest(contents);
    let hash = hash.iter().map(|byte| format!("{byte:02x}")).collect();
    (name.to_owned(), contents.len() as u64, hash)
}

#[tokio::test]
async fn from_wherever_it_comes() {
    let server = start().await;
    let path = on_disk("from-wherever");
    let files = [
        InputFile::path(&path).named("path.bin"),
        InputFile::bytes("bytes.bin", contents(LENGTH)),
        InputFile::reader("reader.bin", File::open(&path).unwrap()),
        streamed(),
    ];
    for file in files {
        server.reset();
        let name = file.file_name().to_owned();
        let sent = bot(&server).send_document(42, file).await.unwrap();
        assert_eq!(sent.document.unwrap().file_size, Some(LENGTH.into()));
        let whole = expected(&name, &contents(LENGTH));
        assert_eq!(received(&server, "sendDocument"), [whole]);
    }
}

#[tokio::test]
async fn an_album_of_all_of_them() {
    let server = start().await;
    let path = on_disk("an-album");
    let album = [
        InputFile::path(&path).named("path.bin"),
        InputFile::bytes("bytes.bin", *b"a few"),
        InputFile::reader("reader.bin", File::open(&path).unwrap()),
        streamed(),
    ];
    let album = album.map(InputMediaDocument::new);
    let sent = bot(&server).send_media_group(42, album).await.unwrap();
    assert_eq!(sent.len(), 4);
    let whole = contents(LENGTH);
    let expected = [
        expected("path.bin", &whole),
        expected("bytes.bin", b"a few"),
        expected("reader.bin", &whole),
        expected("stream.bin", &whole),
    ];
    assert_eq!(received(&server, "sendMediaGroup"), expected);
}

#[tokio::test]
async fn what_comes_back_is_what_was_sent() {
    let server = start().await;
    let bot = bot(&server);
    let sent = bot.send_document(42, streamed()).await.unwrap();
    let file = bot.get_file(sent.document.unwrap().file_id).await.unwrap();
    let download = bot.download(&file.file_path.unwrap()).await.unwrap();
    assert!(download.bytes().await.unwrap() == contents(LENGTH));
}

#[tokio::test]
async fn a_file_that_is_gone_before_the_second_attempt() {
    let limited = Fault::new(Kind::TooManyRequests { retry_after: 1 });
    let (server, bot) = struck(limited, "sendDocument").await;
    let path = on_disk("gone");
    let file = InputFile::path(&path).named("cat.bin");
    let bot = bot.with_retries(Retries::new());
    let gone = async {
        let first = server.wait_for("sendDocument", 1, Duration::from_secs(5));
        first.await.unwrap();
        fs::remove_file(&path).unwrap();
    };
    let (sent, ()) = tokio::join!(bot.send_document(42, file).into_future(), gone);
    assert_eq!(
        failure(sent),
        TransportErrorKind::ReadFile("cat.bin".to_owned())
    );
    only(&server, "sendDocument");
}

#[tokio::test]
async fn a_file_that_shrinks_while_it_is_sent() {
    let path = folder("shrinks").join("cat.bin");
    let file = File::create(&path).unwrap();
    // More than any connection takes before the other side reads.
    file.set_len(64 << 20).unwrap();
    let shrinks = move |_: &[u8]| file.set_len(1 << 20).unwrap();
    let raw = raw_server::Server::new([Does::Watches(Box::new(shrinks), String::new())]);
    let bot = Bot::new(TOKEN).with_base_url(raw.url());
    let bot = bot.with_timeout(Duration::from_secs(5));
    let sent = bot.send_document(42, InputFile::path(&path)).await;
    assert_eq!(
        failure(sent),
        TransportErrorKind::ReadFile("cat.bin".to_owned())
    );
}

#[tokio::test]
async fn a_file_that_grows_while_it_is_sent_is_sent_as_it_was() {
    let server = start().await;
    let path = folder("grows").join("cat.bin");
    fs::write(&path, contents(LENGTH)).unwrap();
    let grown = fs::OpenOptions::new().append(true).open(&path).unwrap();
    // The first file is read when both are open and measured.
    let first = InputFile::reader("first.bin", Grows(grown));
    let album = [first, InputFile::path(&path)].map(InputMediaDocument::new);
    bot(&server).send_media_group(42, album).await.unwrap();
    let whole = expected("cat.bin", &contents(LENGTH));
    assert_eq!(received(&server, "sendMediaGroup")[1], whole);
}

/// Makes a file longer when it is read.
struct Grows(File);

impl Read for Grows {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        io::Write::write_all(&mut self.0, b"what was added later")?;
        Ok(0)
    }
}

/// Shortens another file when it is read.
struct Shrinks(File);

impl Read for Shrinks {
    fn read(&mut self, _: &mut [u8]) -> io::Result<usize> {
        self.0.set_len(10)?;
        Ok(0)
    }
}

#[tokio::test]
async fn a_file_that_shrinks_is_an_error_beside_one_of_unknown_length() {
    let server = start().await;
    let path = folder("shrinks-beside").join("cat.bin");
    fs::write(&path, contents(LENGTH)).unwrap();
    let file = fs::OpenOptions::new().write(true).open(&path).unwrap();
    let first = InputFile::reader("first.bin", Shrinks(file));
    let album = [first, InputFile::path(&path)].map(InputMediaDocument::new);
    let sent = bot(&server).send_media_group(42, album).await;
    assert_eq!(
        failure(sent),
        TransportErrorKind::ReadFile("cat.bin".to_owned())
    );
    assert!(server.calls().iter().all(|call| !call.done));
}

#[tokio::test]
async fn a_reader_that_fails_is_named() {
    let server = start().await;
    let pieces = [Ok(contents(LENGTH)), Err(io::Error::other("out of film"))];
    let file = InputFile::stream("film.bin", futures_util::stream::iter(pieces));
    let sent = bot(&server).send_document(42, file).await;
    assert_eq!(
        failure(sent),
        TransportErrorKind::ReadFile("film.bin".to_owned())
    );
    assert!(server.calls().iter().all(|call| !call.done));
}
