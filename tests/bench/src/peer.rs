//! The same call by each of the crates that are compared.

use frankenstein::AsyncTelegramApi;
use frankenstein::client_reqwest::Bot as Frankenstein;
use frankenstein::methods::SendMessageParams;
use generated::telegram::Bot as Generated;

/// A bot of one of the crates.
#[derive(Clone)]
pub enum Peer {
    Generated(Generated),
    Frankenstein(Frankenstein),
}

impl Peer {
    /// The bot of the crate of this name.
    pub fn new(name: &str, base_url: &str) -> Self {
        match name {
            "generated" => Self::Generated(Generated::new("42:token").with_base_url(base_url)),
            "frankenstein" => {
                Self::Frankenstein(Frankenstein::new_url(format!("{base_url}/bot42:token")))
            }
            other => panic!("no crate {other}"),
        }
    }

    /// Sends one message and reads the answer.
    pub async fn send_message(&self) -> i64 {
        match self {
            Self::Generated(bot) => {
                let sent = bot.send_message(1, "Hello!").await;
                sent.expect("an answer").message_id
            }
            Self::Frankenstein(bot) => {
                let params = SendMessageParams::builder();
                let params = params.chat_id(1i64).text("Hello!").build();
                let sent = bot.send_message(&params).await;
                i64::from(sent.expect("an answer").result.message_id)
            }
        }
    }
}
