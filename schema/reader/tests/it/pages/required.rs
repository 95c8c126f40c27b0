//! Tables without a column that says what is required.

use reader::lint::{self, Context};
use schema::reads::Presence;
use testing::report;

const PAGE: &str = "## getLoft\n\nReturns Loft. Takes no parameters.\n\n## Loft\n\n\
    | Field | Type | Description |\n| --- | --- | --- |\n\
    | loft_id | String | The loft |\n| photo | String | The photo, if there is one |\n";

const CHINESE: &str = "## getLoft\n\n返回 Loft。无需参数。\n\n## Loft\n\n\
    | 字段 | 类型 | 描述 |\n| --- | --- | --- |\n| loft_id | 字符串 | 鸽舍 |\n| photo | 字符串 | 照片 |\n";

#[test]
fn a_page_that_does_not_say_what_is_required_is_one_finding() {
    for page in [PAGE, CHINESE] {
        assert_eq!(report::list_findings(page), ["9:3 unstated-required"]);
        let found = report::lint_page(page);
        let help = found[0].help.as_deref().unwrap();
        assert!(help.contains("without_required_column"), "{help}");
    }
}

#[test]
fn a_page_that_says_optional_once_says_it_of_all() {
    let page = PAGE.replace("| The photo", "| Optional. The photo");
    assert_eq!(report::list_findings(&page), [""; 0]);
    let page = PAGE
        .replace("Type |", "Type | Required |")
        .replace("String |", "String | Yes |");
    let page = page.replace("| --- | --- | --- |", "| --- | --- | --- | --- |");
    assert_eq!(report::list_findings(&page), [""; 0]);
}

#[test]
fn parameters_and_fields_are_one_finding() {
    let table =
        "| Field | Type | Description |\n| - | - | - |\n| a | String | A |\n| b | String | B |\n";
    let page = format!("{PAGE}\n## sendLoft\n\nReturns True.\n\n{table}");
    assert_eq!(report::list_findings(&page), ["18:3 unstated-required"]);
}

#[test]
fn a_manifest_says_what_they_are() {
    for (presence, required) in [(Presence::Optional, false), (Presence::Required, true)] {
        let page = report::read_page(PAGE).unwrap().with_unflagged(presence);
        let fields = page.schema.types[0].fields();
        assert!(fields.iter().all(|field| field.required == required));
    }
    let text = "title: Lofts\nbase_url: https://lofts.example\n\
        reads:\n  without_required_column: optional\n";
    let source = schema::Source::new("api.yaml", text);
    let manifest = serde_yaml::from_str(text).unwrap();
    let page = report::read_page(PAGE).unwrap();
    let mut context = Context::of_page(&page, &page.schema);
    context.manifest = Some((&source, &manifest));
    let found = lint::run(&context);
    assert!(found.is_empty(), "{found:?}");
}
