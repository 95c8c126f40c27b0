//! Updates as a server sends them: each is read whole, and written as it came.

use fake_server::Api;
use generated::telegram::Update;
use schema::ty::Type;
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
fn only_what_the_schema_lacks_is_unknown() {
    let api = Api::named("telegram").unwrap();
    for (name, text) in corpus("updates") {
        let came: Value = serde_json::from_str(&text).unwrap();
        let checked = api.check(&Type::named("Update"), &came);
        let update: Update = serde_json::from_str(&text).unwrap();
        let shown = format!("{update:?}");
        let is_known = !shown.contains("Unknown(") && !shown.contains("extra: {\"");
        assert_eq!(checked.is_ok(), is_known, "{name}: {checked:?} {shown}");
    }
}
