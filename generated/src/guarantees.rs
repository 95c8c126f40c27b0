//! # What a bot can rely on
//!
//! What this crate promises of the calls it makes, and what it leaves to you.
//!
//! ## What is sent again
//!
//! A bot sends a call once. Only one [with retries](crate::Bot::with_retries) sends it again:
//!
//! | what went wrong | may the server have acted? | sent again |
//! | --- | --- | --- |
//! | 429, too many requests | no | after the time that the server asks for; given up where that is longer than [`Retries`](crate::Retries) allows |
//! | no connection | no | after a pause that doubles each time, of a random part of it, up to a cap |
//! | 5xx, no answer in time, a broken connection, an answer that can't be read | nobody knows | only a method whose name starts with `get`; all others where you asked for [`at_least_once`](crate::Retries::at_least_once) |
//! | the group became a supergroup | no | once, to the new chat |
//! | all else that the server refuses | no | never |
//!
//! A file that can be read but once is sent but once: see [`InputFile::reader`](crate::InputFile::reader).
//!
//! ## What can happen twice
//!
//! - **A message** where you asked for `at_least_once`, and nowhere else.
//! - **An update** after a crash: those that were handed out and not yet confirmed. To ask for the next
//!   update is to say that the one before is done with, and the call that fetches more confirms them.
//!   While a program runs, [`Updates`](crate::Updates) hands out none twice, and after it was
//!   [stopped](crate::Stopper) none comes again.
//! - **A call by a webhook** where your server did not answer with 200: the platform repeats it.
//!
//! ## What is never lost
//!
//! - **An update**: one that can't be read is handed out as it came, as
//!   [`Incoming::Unread`](crate::Incoming::Unread), and the others of its batch are read. Nothing but
//!   being handed out confirms an update. [`Updates`](crate::Updates) survives a server that is gone,
//!   slow, overloaded, or talks nonsense; it ends where no further call could succeed, such as with a
//!   token that is wrong, and says why.
//! - **What the crate does not know**: fields, words and variants of a newer server are kept, and written
//!   as they came. So are the members of a refusal, in [`ApiError::extra`](crate::ApiError::extra).
//!
//! ## What takes how long
//!
//! - A connection may take 10 seconds to be made.
//! - A server may be silent for 30 seconds, or as long as you
//!   say, by `with_timeout`. A long poll adds the time for which it asked the server to wait.
//!   Each piece that is sent or received starts the time anew: a large file may take as long as it has to.
//! - Nothing is in memory as a whole but answers: files are sent and fetched piece by piece, a quarter of
//!   a megabyte at a time.
//!
//! ## What is never shown
//!
//! - **The token**: not in what `{}` and `{:?}` print of a bot, a request, an error or its sources; not in
//!   events of `tracing`; not in a panic; not in a refusal that repeats the URL. It is in
//!   [`Call::url`](crate::Call::url), which is for transports. The client of the feature `blocking` is
//!   built on a crate that prints paths at the level `trace` of the crate `log`: leave that level off.
//! - **The secret of a webhook**, which is compared in a time that does not depend on it.
//! - **What users wrote**: an answer that can't be read is described by its status, length and the path of
//!   the value, as in ``JSON that can't be read at `result[3].message.date` ``. The answer itself is there
//!   [where you ask for it](crate::DecodeError::reply).
//!
//! ## What is up to you
//!
//! - **The limits of the reference** are checked by [`Request::validate`](crate::Request::validate), where
//!   you call it.
//! - **The pace** that the platform documents is kept by a bot [with a pace](crate::Bot::with_pace).
//! - **A redirect** is not followed: it would send the token elsewhere.
