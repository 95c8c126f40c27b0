//! Any bytes, read as an update: what is written of it is read as the same.

#![no_main]

use generated::Incoming;
use generated::telegram::Update;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|json: &[u8]| {
    let Ok(first) = serde_json::from_slice::<Incoming<Update>>(json) else {
        return;
    };
    let written = serde_json::to_string(&first).expect("an update can be written");
    let second: Incoming<Update> = serde_json::from_str(&written).expect("it is JSON");
    assert_eq!(first, second, "{written}");
});
