//! Any text, read as a type.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    testing::any_text::check_type(text);
});
