//! Overrides against a page: those that no longer apply are reported where they stand.

use expect_test::expect;
use reader::lint::{self, Context, Corrections};
use schema::overrides::{self, Override};
use schema::source::Source;
use testing::fixtures::LIGHTHOUSE;
use testing::report;

const OVERRIDES: &str = "\
# 对手册的更正
- {at: lightLamp.colour, set: type, docs: String, use: Colour, reason: 颜色不是随便写的}
- {at: lightLamp.silent, set: type, docs: String, use: Integer, reason: stale}
- at: lightLamp.silent
  set: type
  docs: String
  use: Boolean
  reason: redundant, and the second for its address
- {at: lightLamp.wick, set: type, docs: String, use: Boolean, reason: matches nothing}
- {at: getKeeper, set: returns, docs: null, use: Keeper, reason: the page never says}
";

#[test]
fn overrides_are_checked_against_the_page() {
    let page = report::read_page(LIGHTHOUSE).unwrap();
    let source = Source::new("overrides.yaml", OVERRIDES);
    let overrides: Vec<Override> = schema::yaml::load(OVERRIDES).unwrap();
    let mut schema = page.schema.clone();
    let errors = overrides::apply(&mut schema, &overrides);
    let found = lint::run(&Context {
        corrections: Some(Corrections {
            source: &source,
            overrides: &overrides,
            errors: &errors,
        }),
        ..Context::of_page(&page, &schema)
    });
    let grave = found
        .iter()
        .filter(|one| one.level != schema::diagnostic::Level::Info);
    let lines: Vec<String> = grave.map(report::print_line).collect();
    // getKeeper's missing return, the one finding of the page, is corrected.
    expect![[r#"
        [
            "3:1 stale-override lightLamp.silent",
            "4:1 redundant-override lightLamp.silent",
            "9:1 matchless-override lightLamp.wick",
        ]
    "#]]
    .assert_debug_eq(&lines);
}
