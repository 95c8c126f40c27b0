//! The server's control, what every client sends, and how it reports: a line for each check.

use std::error::Error;
use std::fmt::Debug;
use std::time::Duration;

use serde_json::Value;

/// The group that messages are sent to.
pub const CHAT: i64 = -1001234567890;
/// The user that messages are sent to.
pub const USER: i64 = 42;

/// The outcome of a check.
pub type Outcome = Result<(), Box<dyn Error>>;

/// The base URL of the server.
pub fn url() -> String {
    std::env::var("SERVER_URL").expect("SERVER_URL is set by run.py")
}

/// The token of the bot.
pub fn token() -> String {
    std::env::var("BOT_TOKEN").expect("BOT_TOKEN is set by run.py")
}

/// Binary data that contains the end of a form's part.
pub fn photo() -> Vec<u8> {
    b"\x89PNG\r\n--\r\n\x00\xff".repeat(1000)
}

/// Posts a value to `/control`.
pub fn control(path: &str, value: &Value) -> Outcome {
    ureq::post(format!("{}/control/{path}", url())).send_json(value)?;
    Ok(())
}

/// Returns the parameters of the last call of a method that the server received.
pub fn last_call(method: &str) -> Result<Value, Box<dyn Error>> {
    let mut answer = ureq::get(format!("{}/control/calls?method={method}", url())).call()?;
    let found: Value = answer.body_mut().read_json()?;
    let calls = found["calls"].as_array().and_then(|calls| calls.last());
    Ok(calls.map(|call| call["params"].clone()).unwrap_or_default())
}

/// Waits until a message with this text was sent.
pub async fn wait_for_text(text: &str) -> Outcome {
    for _ in 0..300 {
        if last_call("sendMessage")?["text"] == text {
            return Ok(());
        }
        tokio::time::sleep(Duration::from_millis(100)).await;
    }
    Err("it never came".into())
}

/// Checks that both are the same.
pub fn same<T: PartialEq<U> + Debug, U: Debug>(found: T, expected: U) -> Outcome {
    match found == expected {
        true => Ok(()),
        false => Err(format!("{found:?} is not {expected:?}").into()),
    }
}

/// Checks that something holds of a value.
pub fn holds(is_so: bool, value: &impl Debug) -> Outcome {
    match is_so {
        true => Ok(()),
        false => Err(format!("not so: {value:?}").into()),
    }
}

/// Runs a check, and prints `ok` or `FAILED` with its name.
pub async fn check(name: &str, check: impl Future<Output = Outcome>) {
    match check.await {
        Ok(()) => println!("ok {name}"),
        Err(error) => println!("FAILED {name}: {error:?}"),
    }
}
