//! A bot whose transport has no type: it sends and downloads as before.

use generated::telegram::Bot;
use generated::{AnyTransport, BlockingCall, Error};

use crate::support::fake::{bot, start};
use crate::support::folder;

async fn save(bot: &Bot<AnyTransport>, path: &str, name: &str) -> Result<Vec<u8>, Error> {
    let target = folder("erased").join(name);
    bot.download(path).await?.save(&target).await?;
    Ok(std::fs::read(target).unwrap())
}

#[tokio::test]
async fn both_clients_have_the_same_type() {
    let server = start().await;
    let bot = bot(&server);
    let photo = generated::InputFile::bytes("cat.jpg", *b"meow");
    let sent = bot.send_document(42, photo).await.unwrap();
    let id = sent.document.unwrap().file_id;
    let path = bot.get_file(&id).await.unwrap().file_path.unwrap();

    let erased = bot.erase();
    assert_eq!(save(&erased, &path, "client").await.unwrap(), b"meow");
    assert!(erased.clone().get_me().await.unwrap().is_bot);
    let (url, token) = (server.url().to_owned(), server.token().to_owned());
    let blocking = move || {
        let bot = Bot::blocking(token).with_base_url(url).erase();
        save(&bot, &path, "blocking").call()
    };
    let saved = tokio::task::spawn_blocking(blocking).await.unwrap();
    assert_eq!(saved.unwrap(), b"meow");
}
