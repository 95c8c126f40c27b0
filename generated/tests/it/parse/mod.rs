//! Real updates, and such as no server sends yet: read, kept, and written again.

mod corpus;
mod forward;
mod sizes;
mod tolerance;
