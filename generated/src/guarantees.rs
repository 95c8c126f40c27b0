//! # Guarantees of this crate
//!
//! The behaviour that a bot can rely on, and the limits of it.
//!
//! ## Retries
//!
//! A bot sends each call once. Only a bot [with retries](crate::Bot::with_retries) sends it again:
//!
//! | error | may the server have executed the call? | retry |
//! | --- | --- | --- |
//! | 429, too many requests | no | after the time that the server asks for; none if that is longer than [`Retries`](crate::Retries) allows |
//! | no connection | no | after a delay that doubles each time, of a random part of it, up to a maximum |
//! | 5xx, no response in time, a broken connection, a response that can't be parsed | possibly | only methods whose names start with `get`; all others if you allowed [`at_least_once`](crate::Retries::at_least_once) |
//! | the group was migrated to a supergroup | no | once, to the new chat |
//! | any other refusal | no | never |
//! | a response that is too large | possibly | never |
//!
//! A file that can be read only once is sent only once: see
//! [`InputFile::reader`](crate::InputFile::reader).
//!
//! ## Duplicates
//!
//! - **A message** may be sent twice if you allowed `at_least_once`, and in no other case.
//! - **An update** may come twice after a crash: the updates that were returned and not yet confirmed.
//!   To ask for the next update is to confirm that the one before was handled; the next request passes
//!   that on to the server. While a program runs, [`Updates`](crate::Updates) returns no update twice, and
//!   after it was [stopped](crate::StopHandle) no returned update comes again.
//! - **A request to a webhook** is repeated by the platform if your server does not respond with 200.
//!
//! ## Lost data
//!
//! - **No update is lost.** One that can't be parsed is returned as
//!   [`Incoming::Malformed`](crate::Incoming::Malformed), and the other updates of the response are
//!   parsed. A byte that is not UTF-8, a raw control character or a `NaN` affects only the value that has
//!   it. Only updates that were returned are confirmed. [`Updates`](crate::Updates) survives a server that
//!   is down, slow, overloaded, or responds with nonsense. It waits as long as a server asks for, up to an
//!   hour. It ends with an error if no further request can succeed, such as with an invalid token.
//! - **No unknown data is lost.** Fields, string values and variants of a newer server are kept, and
//!   written back unchanged, also where the reference knows only one value. So are the members of an
//!   error, in [`ApiError::extra`](crate::ApiError::extra).
//! - **A file is sent whole or not at all**, and so is it saved. A named pipe is refused. A file whose
//!   length the system does not know, such as those in `/proc`, is read to its end.
//!
//! ## Time and memory
//!
//! - Connecting may take 10 seconds.
//! - A server may be silent for 30 seconds, or for the time that you set by
//!   [`with_timeout`](crate::WithLimits::with_timeout). A long poll adds the time that the server was
//!   asked to wait. The time starts again with each chunk that is sent or received, so a large file may
//!   take as long as it needs.
//! - [A stop](crate::StopHandle) takes effect at once, also in a pause. A client that blocks first waits
//!   for the response to the request in progress.
//! - Saving a download does not block an asynchronous runtime. Opening a file to upload may do so for a
//!   moment.
//! - The blocking client asks the server if it wants an upload of more than a megabyte, and sends it after
//!   a second without an answer. So it gets a refusal that comes first, such as `413`. One that comes while
//!   the file is being sent may be lost, as a broken connection.
//! - Only responses are in memory as a whole. They may have 64 MiB, or what you set by
//!   [`with_response_limit`](crate::WithLimits::with_response_limit); of an error page, no more than a
//!   megabyte is read. Files are sent and downloaded in chunks of a quarter of a megabyte.
//!
//! ## Secrets
//!
//! - **The token** is not shown by `{}` and `{:?}` of a bot, a request, an error or its sources, by
//!   events of `tracing`, by a panic, or by a response that repeats it. It is a part of
//!   [`HttpRequest::url`](crate::HttpRequest::url) or of a [header](crate::HttpRequest::headers), which are
//!   for transports and seen by hooks. The client of the feature
//!   `blocking` is built on a crate that logs paths at the level `trace` of the crate `log`: keep that
//!   level off.
//! - **The secret of a webhook** is compared in constant time, and never shown.
//! - **The texts of users** are not part of errors, nor are other values of a response. A response that
//!   can't be parsed is described by its status, its length, the path of the value and the type that was
//!   expected, as in ``JSON that can't be read at `result[3].message.date` ``. The response itself is
//!   available [on request](crate::DecodeError::response), and so is
//!   [an update](crate::MalformedItem::json) that can't be parsed.
//!
//! ## Left to you
//!
//! - **The limits of the reference** are checked by [`Request::validate`](crate::Request::validate) when
//!   you call it. A server of your own may have wider ones, which then count.
//! - **The rate limits** of the platform are kept by a bot
//!   [with rate limits](crate::Bot::with_rate_limits). If the server refuses a call with 429 all the
//!   same, such a bot holds back the other calls that the refusal is about.
//! - **Hooks** run around each attempt, and see the whole [`HttpRequest`](crate::HttpRequest): its URL,
//!   with the token, and its parameters.
//! - **Redirects** are not followed, because that would send the token to another server.
