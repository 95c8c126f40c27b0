//! Any text, applied as overrides to the schema of a page.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    testing::any_text::check_overrides(&testing::any_text::SCHEMA, text);
});
