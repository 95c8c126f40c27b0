//! Real pages, which are not ours to keep here: checked where `PAGES_DIR` names the folders, in the
//! manner of `PATH`, that have them. Without it these tests say that they were skipped.

use expect_test::expect;
use testing::report;

/// The text of a page, where it is at hand.
fn page(name: &str) -> Option<String> {
    let folders = std::env::var_os("PAGES_DIR").unwrap_or_default();
    let mut paths = std::env::split_paths(&folders).map(|folder| folder.join(name));
    let text = paths.find_map(|path| std::fs::read_to_string(path).ok());
    if text.is_none() {
        eprintln!("skipped: no `{name}` in PAGES_DIR");
    }
    text
}

#[test]
fn safew_is_read_in_full() {
    let Some(text) = page("safew.md") else { return };
    let schema = report::schema(&text);
    let params: usize = schema
        .methods
        .iter()
        .map(|method| method.params.len())
        .sum();
    assert_eq!((schema.methods.len(), params), (38, 221));
    let types: Vec<_> = schema
        .types
        .iter()
        .map(|def| (def.name.as_str(), def.fields().len()))
        .collect();
    assert_eq!(types, [("WebhookInfo", 9)]);
    let silent = schema
        .methods
        .iter()
        .filter(|method| method.returns.is_none());
    let silent: Vec<_> = silent.map(|method| method.name.as_str()).collect();
    assert_eq!(silent, ["getMe"]);
}

#[test]
fn safew_has_five_wrong_types_and_a_silent_method() {
    let Some(text) = page("safew.md") else { return };
    let expected = report::lint(&text).into_iter().filter_map(|one| {
        let expected = one.expected.clone().unwrap_or_default();
        (one.level != schema::diagnostic::Level::Info)
            .then(|| format!("{} {expected}", report::line(&one)))
    });
    let lines: Vec<String> = expected.collect();
    expect![[r#"
        28:4 missing-return getMe 
        111:21 type-conflict sendPhoto.protect_content Boolean
        127:14 type-conflict sendVideo.duration Integer
        132:16 type-conflict sendVideo.parse_mode String
        160:21 type-conflict sendDocument.protect_content Boolean
        162:23 type-conflict sendDocument.message_effect_id String"#]]
    .assert_eq(&lines.join("\n"));
}

#[test]
fn the_excerpt_is_read_in_full() {
    let Some(text) = page("telegram-excerpt.md") else {
        return;
    };
    let schema = report::schema(&text);
    let params = schema
        .methods
        .iter()
        .map(|method| (method.name.as_str(), method.params.len()));
    let fields = schema
        .types
        .iter()
        .map(|def| (def.name.as_str(), def.fields().len()));
    let owners: Vec<_> = params.chain(fields).collect();
    assert_eq!(
        owners,
        [("getUpdates", 4), ("setWebhook", 0), ("Update", 15)]
    );
    let found = report::findings(&text);
    assert_eq!(found, ["102:6 missing-table setWebhook"]);
}
