//! The dialects: every pattern and word of their files can be read.

use reader::dialect;

#[test]
fn every_pattern_compiles() {
    for dialect in dialect::all() {
        for pattern in dialect.patterns() {
            pattern.is_match("");
        }
        assert_eq!(dialect.descriptions.candidates("").count(), 0);
    }
}
