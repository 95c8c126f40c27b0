//! Updates as a server sends them: each is read whole, and written as it came, with what a newer
//! version requires.

use fake_server::Api;
use generated::telegram::Update;
use schema::ty::Type;
use serde_json::Value;

use crate::support::complete::complete;
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
    let api = Api::named("telegram").unwrap();
    for (name, text) in corpus("updates") {
        let came: Value = serde_json::from_str(&text).unwrap();
        let whole = complete(&api, &Type::named("Update"), &came);
        assert_eq!(again(&text), whole, "{name}");
    }
}

#[test]
fn only_what_the_schema_lacks_is_unknown() {
    let api = Api::named("telegram").unwrap();
    for (name, text) in corpus("updates") {
        let came: Value = serde_json::from_str(&text).unwrap();
        let ty = Type::named("Update");
        let checked = api.check(&ty, &complete(&api, &ty, &came));
        let update: Update = serde_json::from_str(&text).unwrap();
        let shown = format!("{update:?}");
        let is_known = !shown.contains("Unknown(") && !shown.contains("extra: {\"");
        assert_eq!(checked.is_ok(), is_known, "{name}: {checked:?} {shown}");
    }
}
