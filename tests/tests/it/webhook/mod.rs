//! Webhooks: the secret, the body of a call, and answers that call a method.

mod answer;
mod read;
mod server;
