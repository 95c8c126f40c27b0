//! Updates as a server sends them: each is read whole, and written as it came.

use generated::telegram::Update;
use serde_json::Value;

use crate::support::corpus;

/// What becomes of JSON that is read as an update and written.
pub(crate) fn again(text: &str) -> Value {
    let update: Update = serde_json::from_str(text).unwrap();
    let written = serde_json::to_string(&update).unwrap();
    let same: Update = serde_json::from_str(&written).unwrap();
    assert_eq!(same, update);
    serde_json::from_str(&written).unwrap()
}

#[test]
fn every_update_is_written_as_it_came() {
    for (name, text) in corpus("updates") {
        let came: Value = serde_json::from_str(&text).unwrap();
        assert_eq!(again(&text), came, "{name}");
    }
}

#[test]
fn nothing_of_them_is_unknown() {
    for (name, text) in corpus("updates") {
        let update: Update = serde_json::from_str(&text).unwrap();
        let shown = format!("{update:?}");
        assert!(!shown.contains("Unknown("), "{name}: {shown}");
        // Servers still send two members of old that the reference has dropped.
        let is_old = shown.contains("\"new_chat_participant\"");
        let unknown = shown.matches("extra: {\"").count();
        assert_eq!(unknown, usize::from(is_old), "{name}: {shown}");
    }
}
