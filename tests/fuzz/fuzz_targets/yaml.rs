//! Any text, read as each of the YAML files.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    testing::any_text::check_yaml(text);
});
