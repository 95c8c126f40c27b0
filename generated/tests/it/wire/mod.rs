//! What goes over the wire: every SafeW method through a transport that records its calls, and
//! what comes of the server's answers.

mod answers;
mod calls;
mod check;
mod model;
mod recorder;
mod values;
