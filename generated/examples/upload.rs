//! Uploads files in every possible way.
//!
//!     cargo run -p generated --example upload -- cat.jpg 42
//!
//! The second argument is the chat. Without `BOT_TOKEN` it
//! talks to the fake server: `cargo run -p fake-server -- telegram`.

use std::env;
use std::error::Error;
use std::fs::File;

use generated::InputFile;
use generated::telegram::{Bot, InputMediaPhoto};

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let bot = bot();
    let mut arguments = env::args().skip(1);
    let path = arguments.next().unwrap_or("Cargo.toml".to_owned());
    let chat_id: i64 = arguments.next().unwrap_or("42".to_owned()).parse()?;

    // A file on the disk. It is read in chunks while it is being sent.
    let sent = bot
        .send_document(chat_id, InputFile::path(&path))
        .caption("From the disk")
        .await?;
    println!("sent {path} as message {}", sent.message_id);

    // A file that the server already has is sent by its id. A URL works too.
    if let Some(document) = sent.document {
        bot.send_document(chat_id, document.file_id).await?;
        println!("sent it again by its id");
    }

    // Bytes in memory, and a reader.
    let note = InputFile::bytes("note.txt", "Written by a bot.");
    bot.send_document(chat_id, note).await?;
    let reader = InputFile::reader("copy.bin", File::open(&path)?);
    bot.send_document(chat_id, reader).await?;
    println!("sent bytes and a reader");

    // Files inside other parameters.
    let album = [
        InputMediaPhoto::new(InputFile::path(&path)).caption("First"),
        InputMediaPhoto::new(InputFile::path(&path).named("second.jpg")),
    ];
    let messages = bot.send_media_group(chat_id, album).await?;
    println!("sent an album of {}", messages.len());
    Ok(())
}

/// The bot of `BOT_TOKEN`, else one of the fake server.
fn bot() -> Bot {
    match env::var("BOT_TOKEN") {
        Ok(token) => Bot::new(token),
        Err(_) => Bot::new("123456789:fake-server-token-of-35-characters")
            .with_base_url("http://127.0.0.1:8081"),
    }
}
