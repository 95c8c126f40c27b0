//! Downloads a file from a chat.
//!
//!     cargo run -p generated --example download -- FILE_ID photo.jpg
//!
//! Without arguments it uploads a small file first. Without `BOT_TOKEN` it
//! talks to the fake server: `cargo run -p fake-server -- telegram`.

use std::env;
use std::error::Error;

use generated::InputFile;
use generated::telegram::Bot;

#[tokio::main(flavor = "current_thread")]
async fn main() -> Result<(), Box<dyn Error>> {
    let bot = bot();
    let mut arguments = env::args().skip(1);
    let file_id = match arguments.next() {
        Some(file_id) => file_id,
        None => upload(&bot).await?,
    };
    let path = arguments.next().unwrap_or("download.bin".to_owned());

    // The file is written as it arrives, and gets its name when it is complete.
    let length = bot.fetch(&file_id).await?.save(&path).await?;
    println!("{length} bytes of {file_id} are in {path}");

    // The same in chunks, to process the file in another way.
    let mut download = bot.fetch(file_id).await?;
    let mut length = 0;
    while let Some(chunk) = download.chunk().await? {
        length += chunk.len();
    }
    println!("{length} bytes received in chunks");
    Ok(())
}

async fn upload(bot: &Bot) -> Result<String, Box<dyn Error>> {
    let note = InputFile::bytes("note.txt", "Written by a bot.");
    let sent = bot.send_document(42, note).await?;
    Ok(sent.document.ok_or("no document was sent")?.file_id)
}

/// The bot of `BOT_TOKEN`, else one of the fake server.
fn bot() -> Bot {
    match env::var("BOT_TOKEN") {
        Ok(token) => Bot::new(token),
        Err(_) => Bot::new("123456789:fake-server-token-of-35-characters")
            .with_base_url("http://127.0.0.1:8081"),
    }
}
