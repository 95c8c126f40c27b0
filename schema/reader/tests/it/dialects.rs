//! The dialects: every pattern and word of their files can be read.

use reader::dialect::Dialects;

#[test]
fn every_pattern_compiles() {
    let dialects = Dialects::built_in();
    let languages: Vec<&str> = dialects
        .iter()
        .map(|one| one.get().language.as_str())
        .collect();
    assert_eq!(languages, ["English", "Chinese"]);
    for dialect in dialects.iter() {
        let rules = dialect.descriptions.all().iter().map(|rule| &rule.pattern);
        for pattern in dialect.patterns().chain(rules) {
            pattern.compile().unwrap();
        }
        assert_eq!(dialect.descriptions.candidates("").count(), 0);
    }
}
