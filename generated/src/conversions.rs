//! The values that requests take in place of others.
//!
//! Which ones follows from the names and the types of an API's fields. What would let a mistake through
//! is left out: each part below ends with what does not compile.
//!
//! # What a value is made of
//!
//! Where `new` of a type takes one value, that value converts to the type, unless it is a flag. Lists,
//! also lists of lists, take arrays of such values.
//!
#![cfg_attr(feature = "telegram", doc = "```")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! use generated::telegram::{InputPollOption, ReplyKeyboardMarkup, SendPoll};
//!
//! let menu = ReplyKeyboardMarkup::new([["Yes", "No"]]);
//! let poll = SendPoll::new(42, "Tea?", ["Yes", "No"]);
//! assert_eq!(poll.options, ["Yes", "No"].map(InputPollOption::new));
//! ```
//!
//! A number is no text:
//!
#![cfg_attr(feature = "telegram", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! generated::telegram::SendPoll::new(42, "How many?", [1, 2]);
//! ```
//!
//! # What holds an id
//!
//! Where the parameters of a type `Integer | String` are called `loft_id`, and there is a `Loft` with an
//! `id`, a loft is taken in their place, and so is all that has a required field `loft: Loft`.
//!
//! Where a `Note` has `loft: Loft` and `note_id`, a request with the optional parameters `loft_id` and
//! `note_id` has a function `of` for both, one named like the first part of a text `inline_note_id` for
//! that, and a type that is made of a `note_id` is made of a note. The manifest of an API may give a
//! parameter a shorter name: `reply_to`.
//!
#![cfg_attr(feature = "telegram", doc = "```")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! use generated::telegram::{CallbackQuery, EditMessageText, Message, SendMessage};
//!
//! fn answer(message: &Message) -> SendMessage {
//!     SendMessage::new(message, "Hello!").reply_to(message)
//! }
//!
//! fn edit(query: &CallbackQuery) -> Option<EditMessageText> {
//!     let edit = EditMessageText::new("Done.");
//!     if let Some(id) = &query.inline_message_id {
//!         return Some(edit.inline(id));
//!     }
//!     Some(edit.of(query.message.as_deref()?))
//! }
//! ```
//!
//! A user is no chat: who means the chat with a user writes `user.id`.
//!
#![cfg_attr(feature = "telegram", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! fn greet(user: &generated::telegram::User) {
//!     generated::telegram::SendMessage::new(user, "Hello!");
//! }
//! ```
//!
//! A user, or the id of one, is no message to change, and neither is a user one to reply to.
//!
#![cfg_attr(feature = "telegram", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! fn edit(user: &generated::telegram::User) {
//!     generated::telegram::EditMessageText::new("Done.").of(user);
//! }
//! ```
//!
#![cfg_attr(feature = "telegram", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! fn edit(user: &generated::telegram::User) {
//!     generated::telegram::EditMessageText::new("Done.").of(user.id);
//! }
//! ```
//!
#![cfg_attr(feature = "telegram", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! fn answer(user: &generated::telegram::User) {
//!     generated::telegram::SendMessage::new(42, "Hello!").reply_to(user);
//! }
//! ```
//!
//! # Moments
//!
//! A number of seconds since 1970 is taken from a [`SystemTime`](std::time::SystemTime) too, and the
//! function named like the field with `_as_time` behind it returns one.
//!
#![cfg_attr(feature = "telegram", doc = "```")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! use std::time::{Duration, SystemTime};
//!
//! use generated::telegram::BanChatMember;
//!
//! let tomorrow = SystemTime::now() + Duration::from_secs(24 * 60 * 60);
//! let ban = BanChatMember::new("@cats", 42).until_date(tomorrow);
//! ```
//!
//! How long something lasts is no moment:
//!
#![cfg_attr(feature = "telegram", doc = "```compile_fail,E0277")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! let day = std::time::Duration::from_secs(24 * 60 * 60);
//! generated::telegram::BanChatMember::new("@cats", 42).until_date(day);
//! ```
//!
//! # Wanted updates
//!
//! The parameter that lists which updates are wanted takes the words for them, or texts: a server may
//! know others.
//!
#![cfg_attr(feature = "telegram", doc = "```")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! use generated::telegram::{AllowedUpdate, GetUpdates};
//!
//! let typed = GetUpdates::new().allowed_updates([AllowedUpdate::Message]);
//! assert_eq!(typed, GetUpdates::new().allowed_updates(["message"]));
//! ```
//!
//! A word that is misspelt is no variant:
//!
#![cfg_attr(feature = "telegram", doc = "```compile_fail,E0599")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! use generated::telegram::{AllowedUpdate, GetUpdates};
//!
//! GetUpdates::new().allowed_updates([AllowedUpdate::Mesage]);
//! ```
//!
//! # Members of a union
//!
//! What all members of a union have, the union has as well. It is an `Option` where a newer server may
//! send a member that has not.
//!
#![cfg_attr(feature = "telegram", doc = "```")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! use generated::telegram::{Chat, ChatMember, MaybeInaccessibleMessage, User};
//!
//! fn find_user(member: &ChatMember) -> Option<&User> {
//!     member.user()
//! }
//!
//! fn find_chat(message: &MaybeInaccessibleMessage) -> &Chat {
//!     message.chat()
//! }
//! ```
//!
//! What only some of them have is not there:
//!
#![cfg_attr(feature = "telegram", doc = "```compile_fail,E0599")]
#![cfg_attr(not(feature = "telegram"), doc = "```ignore")]
//! fn find_title(member: &generated::telegram::ChatMember) {
//!     member.custom_title();
//! }
//! ```
