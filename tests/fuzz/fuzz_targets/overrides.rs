//! Any text, applied as overrides to the schema of a page.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    testing::robust::overrides_text(&testing::robust::SCHEMA, text);
});
