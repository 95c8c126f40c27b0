//! Any text, read and linted as an HTML page.

#![no_main]

use libfuzzer_sys::fuzz_target;

fuzz_target!(|text: &str| {
    testing::any_text::check_page("page.html", text);
});
