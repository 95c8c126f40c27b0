//! Files that the server has: they arrive whole, or not at all.

use std::fs;

use fake_server::{Api, Fault, Kind, Options, Server};
use generated::{DecodeErrorKind, Error, TransportErrorKind};

use crate::support::fake::{bot, contents, failure, start, status};
use crate::support::folder;

const LENGTH: u32 = 3_000_000;

async fn with_file() -> (Server, String) {
    let server = start().await;
    let file = server.add_file("large", "large.bin", contents(LENGTH));
    (server, file.file_path)
}

#[tokio::test]
async fn a_file_arrives_piece_by_piece() {
    let (server, _) = with_file().await;
    let bot = bot(&server);
    let file = bot.get_file("large").await.unwrap();
    assert_eq!(file.file_size, Some(LENGTH.into()));
    let mut download = bot.download(&file.file_path.unwrap()).await.unwrap();
    assert_eq!(download.content_length(), Some(LENGTH.into()));
    let (mut all, mut pieces) = (Vec::new(), 0);
    while let Some(piece) = download.chunk().await.unwrap() {
        all.extend(piece);
        pieces += 1;
    }
    assert!(pieces > 1);
    assert!(all == contents(LENGTH));
}

#[tokio::test]
async fn a_file_is_fetched_by_its_id() {
    let (server, _) = with_file().await;
    let bot = bot(&server);
    let fetched = bot.fetch("large").await.unwrap();
    assert!(fetched.bytes().await.unwrap() == contents(LENGTH));
    let error = bot.fetch("none").await.unwrap_err();
    assert!(matches!(error, Error::Api(_)), "{error:?}");
}

#[tokio::test]
async fn a_file_is_saved() {
    let (server, path) = with_file().await;
    let target = folder("a-file-is-saved").join("large.bin");
    fs::write(&target, "what was there before").unwrap();
    let download = bot(&server).download(&path).await.unwrap();
    assert_eq!(download.save(&target).await.unwrap(), u64::from(LENGTH));
    assert!(fs::read(&target).unwrap() == contents(LENGTH));
}

#[tokio::test]
async fn a_file_that_breaks_off_is_not_saved() {
    let (server, path) = with_file().await;
    let folder = folder("a-file-that-breaks-off");
    let target = folder.join("large.bin");
    fs::write(&target, "what was there before").unwrap();
    server.fault(Fault::new(Kind::CutBody).on("file")).unwrap();
    let download = bot(&server).download(&path).await.unwrap();
    assert_eq!(
        failure(download.save(&target).await),
        TransportErrorKind::Broken
    );
    assert_eq!(fs::read(&target).unwrap(), b"what was there before");
    assert_eq!(fs::read_dir(&folder).unwrap().count(), 1);
}

#[tokio::test]
async fn a_file_that_is_not_there_is_refused() {
    let server = start().await;
    let bot = bot(&server);
    for path in ["files/none.bin", "files/of others/%2e%2e"] {
        let error = bot.download(path).await.unwrap_err();
        assert!(matches!(error, Error::Api(refusal) if refusal.code == 404));
    }
    let error = bot.get_file("none").await.unwrap_err();
    assert!(matches!(error, Error::Api(refusal) if refusal.code == 400));
}

#[tokio::test]
async fn a_file_that_is_too_large_is_refused() {
    let options = Options {
        keep_bytes: 10,
        ..Options::default()
    };
    let server = Server::start(Api::named("telegram").unwrap(), options).await;
    let server = server.unwrap();
    let bot = bot(&server);
    let file = generated::InputFile::bytes("a.bin", contents(11));
    let sent = bot.send_document(42, file).await.unwrap();
    let error = bot.get_file(sent.document.unwrap().file_id).await;
    assert!(matches!(error, Err(Error::Api(refusal)) if refusal.code == 400));
}

#[tokio::test]
async fn a_proxy_that_fails_is_no_file() {
    let (server, path) = with_file().await;
    server.fault(status(502).on("file")).unwrap();
    let error = bot(&server).download(&path).await.unwrap_err();
    let Error::Decode(error) = error else {
        panic!("{error:?}")
    };
    assert_eq!(*error.kind(), DecodeErrorKind::Html);
    assert_eq!(error.response().status, 502);
}
