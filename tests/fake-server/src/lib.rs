//! A fake Bot API server, driven by a schema.
//!
//! A bot's tests can't reach the real server: they have no network, and no token. This one runs on
//! the machine of the test, checks every call as strictly as the reference is written, answers
//! with what the reference says a method returns, and fails on request.
//!
//! An API is a folder with a `schema.yaml`, so it serves whatever a page was compiled for. Those of
//! the project are built in, and need no checkout; others are [loaded](Api::load) from a folder.
//!
//! # On the command line
//!
//! ```text
//! $ cargo run -p fake-server -- telegram --every 2s
//! http://127.0.0.1:8081 token 123456789:fake-server-token-of-35-characters
//! $ curl 'http://127.0.0.1:8081/bot1:x/sendMessage?chat_id=42&text=Hi&parsemode=HTML'
//! {"ok":false,"error_code":400,"description":"Bad Request: sendMessage: parsemode is no parameter
//! of sendMessage, did you mean `parse_mode`?"}
//! ```
//!
//! Point a bot at the base URL that it prints. Files are behind `/file/bot<token>/<file_path>`, as
//! on the real server. Any token of the right shape is good, unless one is named with `--token`.
//!
//! # In Rust
//!
//! ```
//! use fake_server::{Api, Fault, Kind, Options, Server};
//! use serde_json::json;
//! # #[tokio::main]
//! # async fn main() -> Result<(), Box<dyn std::error::Error>> {
//! let server = Server::start(Api::named("telegram")?, Options::default()).await?;
//!
//! // What the bot is to find.
//! server.push_message(42, "/start")?;
//! server.push_update(json!({"poll": {"id": "1"}}))?;
//! server.fault(Fault::new(Kind::TooManyRequests { retry_after: 1 }).on("sendMessage"))?;
//!
//! // Here the bot runs, against `server.url()` with `server.token()`.
//! # let address = format!("{}/bot{}/sendMessage", server.url(), server.token());
//!
//! // What it did.
//! for call in server.calls_of("sendMessage") {
//!     println!("{} {:?} {:?}", call.method, call.params, call.files);
//! }
//! server.stop().await;
//! # Ok(())
//! # }
//! ```
//!
//! [`Server`] stops when it is dropped. [`Server::wait_for`] waits for calls of a bot that runs
//! beside the test.
//!
//! # In any other language
//!
//! Under `/control` the same is done with JSON; `GET /control` lists it all.
//!
//! | request | does |
//! | --- | --- |
//! | `POST /control/updates` | pushes an update, a list of them, or one on each line |
//! | `POST /control/messages` | pushes a message: `{"chat_id": 42, "text": "/start"}` |
//! | `POST /control/faults` | injects a fault, or a list of them; `DELETE` forgets them |
//! | `GET /control/calls` | returns what was received; `?method=M&after=NUMBER` choose |
//! | `POST /control/files` | puts a file there: `?file_id=ID&file_name=NAME`, its bytes as body |
//! | `POST /control/reset` | forgets everything |
//!
//! Updates and files are those of the token that was printed; `?token=TOKEN` names another.
//!
//! # What is checked
//!
//! A call may be a `GET` or a `POST`, with a query string, a form, JSON, or a multipart form. The
//! name of the method may be in upper or lower case. The first problem is reported, with
//! its place, as in `media[1].caption has 1025 characters, at most 1024 are allowed`:
//!
//! - the parameters and the fields inside them: unknown, missing, missing because another one is,
//!   given twice;
//! - their types, to the last item of a list and the right member of a union;
//! - their constants and words, ranges, lengths, and numbers of items. Lengths are counted in code
//!   points, without white space at the ends. Where a text has a parse mode its length after the
//!   markup is read can't be known, and is not limited;
//! - files: that `attach://name` names a part of the form, and that every part is used;
//! - what the real server checks though no table of its page says so: an identifier of a chat is a
//!   number or `@name`, an inline button does one thing, documents and audio files are in albums of
//!   their own kind, a webhook has an HTTPS address at one of four ports.
//!
//! It takes what the real server takes beside its page: parse modes in any case, `219.0` for 219, an
//! empty text for an optional parameter that is not there, texts for the options of a poll. A refusal
//! has the words of the real server where they are known, since bots compare them, and the place in
//! the record of the call:
//!
//! ```text
//! answer  Bad Request: message is too long
//! record  Bad Request: message is too long (sendMessage: text has 4097 characters, at most 4096 are
//!         allowed)
//! ```
//!
//! Names that the page does not know, files that nothing refers to, and texts for numbers in JSON are
//! refused, since they are a bot's mistake, though the real server does not look at them. A
//! [lenient](Options::lenient) server does not either.
//!
//! # What is answered
//!
//! An example of what the method returns, valid against the schema. Where a field of it has the name
//! of a parameter, or is what a parameter identifies (`chat_id` is `chat.id`), it has that value, or
//! the default of one that is not there. `getMe` has every flag of the bot. A message has a new number; an edited one keeps its own. There are no chats and no members: every
//! chat exists, and nothing that was sent is remembered but files.
//!
//! An uploaded file gets a `file_id` that later calls can use, and can be fetched by way of
//! `getFile`. Its contents are kept up to [`Options::keep_bytes`]; of a larger one the size and the
//! hash are known, and `getFile` refuses it as the real server does. An upload of 1 GiB takes no
//! more memory than one of 20 MiB:
//!
//! ```text
//! $ cargo run --release -p fake-server -- telegram &
//! $ truncate -s 1G big && curl -F chat_id=1 -F document=@big http://127.0.0.1:8081/bot1:x/sendDocument
//! $ grep VmHWM /proc/$(pgrep -n fake-server)/status
//! ```
//!
//! # Updates
//!
//! `getUpdates` confirms with its `offset`, also a negative one; waits for as long as its `timeout`
//! says; and takes only the kinds in `allowed_updates`, which hold until others are named. By
//! default those are all but `chat_member`, `message_reaction` and `message_reaction_count`, as on
//! the real server. An update of another kind stays until it is asked for, or confirmed.
//! A second poll ends the first with 409, and so does a webhook.
//!
//! Where a webhook is on `http://` and a loopback address, updates are posted to it, with the
//! secret in `X-Telegram-Bot-Api-Secret-Token`. A call in the answer is made. A post that fails is
//! reported by `getWebhookInfo` and tried again after half a second. To any other address nothing is
//! posted.
//!
//! # Faults
//!
//! A [`Fault`] is a [`Kind`] and the calls that it strikes: the next one, the next N, those of one
//! method, or each with a probability, always the same for the same seed.
//!
//! ```json
//! {"kind": "too_many_requests", "retry_after": 3, "method": "sendMessage", "times": 2}
//! {"kind": "cut", "effect": "after"}
//! {"kind": "status", "status": 502, "probability": 0.1, "seed": 7}
//! ```
//!
//! The worst is a connection that is cut [after](Effect::After) the call took effect: the bot can't
//! know that its message was sent. [`Record::done`] tells which calls were.
//!
//! # How it is known to be right
//!
//! Its tests call every method of every API and check each answer against the schema; the tests of
//! the whole decode each answer with the generated crate. Clients of other projects use it too:
//!
//! ```text
//! $ python3 tests/interop/run.py
//! client                 version  calls checks  content
//! teloxide               0.17.0      36  11/11  yes
//! tgbot                  0.48.1      32  11/11  yes
//! frankenstein           0.52.1      31  11/11  yes
//! grammy                 1.46.0      36  11/11  yes
//! telegraf               4.16.3      35  11/11  yes  (--lenient)
//! node-telegram-bot-api  2.1.0       33  11/11  yes
//! pyTelegramBotAPI       4.37.1      33  11/11  yes
//! python-telegram-bot    22.8        45  12/12  yes
//! aiogram                3.31.0      39  11/11  yes
//! ```
//!
//! # Only on this machine
//!
//! It listens on loopback addresses alone, and refuses all others.

mod api;
mod bot;
mod check;
pub mod cli;
mod clock;
mod dispatch;
mod example;
mod fault;
mod files;
mod http;
mod load;
mod message;
mod options;
mod params;
mod queue;
mod record;
mod request;
mod response;
mod roles;
mod route;
mod rules;
mod server;
mod state;
mod webhook;
mod words;

pub use api::{Api, LoadError};
pub use check::Problem;
pub use fault::{Effect, Fault, Kind};
pub use files::StoredFile;
pub use options::{Options, TOKEN};
pub use record::Record;
pub use request::UploadRecord;
pub use server::{ControlError, Server};
