//! Any text, read as a type.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    testing::robust::type_text(text);
});
