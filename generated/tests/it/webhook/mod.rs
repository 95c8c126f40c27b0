//! Webhooks: whose calls are let in, what comes of their bodies, and what can be answered.

mod answers;
mod calls;
