//! Findings as text for people.

use expect_test::expect;
use proptest::collection::vec;
use proptest::prelude::{prop_assert, proptest};
use schema::diagnostic::{Diagnostic, Level};
use schema::path::ItemPath;
use schema::source::Source;
use xtask::render::Format;
use xtask::terminal::Style;

use super::{assert_report, birds_page, conflict_finding, nth_place, print_human};

#[test]
fn a_finding_shows_its_place_its_evidence_and_its_fix() {
    assert_report(
        print_human(conflict_finding()),
        expect![[r#"
            error[type-conflict]: `loud` is a String here and a Boolean elsewhere
              --> birds.md:8:10
               |
             8 | | loud | String | 可选 | 传递 True，小鸟就大声念出便条 |
               |          ^^^^^^          --------- this describes a flag
               |          |
               |          should be Boolean
            ...
            14 | | loud | Boolean | 可选 | 传递 True，小鸟就大声唱 |
               |          ------- Boolean here
               |
               = note: one of 2 methods that take `loud` differs
               = help: the override for overrides.yaml:
                       - at: sendNote.loud
                         set: type
                         docs: String
                         use: Boolean
                         reason: A flag elsewhere.

            1 error, 0 warnings
            for more, try `cargo xtask explain type-conflict`
        "#]],
    );
}

#[test]
fn a_finding_without_a_place_is_its_message_and_notes() {
    let found = Diagnostic::new("words-missing", Level::Warn, "`sendNote` has no words yet")
        .about(ItemPath::owner("sendNote"))
        .note("so its documentation is empty")
        .help("write them in words.yaml");
    assert_report(
        print_human(found),
        expect![[r#"
            warning[words-missing]: `sendNote` has no words yet
            --> sendNote
             = note: so its documentation is empty
             = help: write them in words.yaml

            0 errors, 1 warning
            for more, try `cargo xtask explain words-missing`
        "#]],
    );
}

#[test]
fn a_long_row_is_cut_around_what_it_is_about() {
    let filler = "小鸟在树上唱歌，".repeat(40);
    let row = format!("| loud | String | 可选 | {filler}传递 True，小鸟就大声念。{filler} |");
    let source = Source::new("birds.md", format!("第一行\n\n{row}\n"));
    let found = Diagnostic::new(
        "type-prose",
        Level::Error,
        "the description speaks of a flag",
    )
    .label(&source, nth_place(&source, "String", 0), "the cell")
    .evidence(
        &source,
        nth_place(&source, "传递 True", 0),
        "the description",
    );
    assert_report(
        print_human(found),
        expect![[r#"
            error[type-prose]: the description speaks of a flag
             --> birds.md:3:10
              |
            3 | | loud | String | 可选 | 小鸟在树上唱歌，小鸟在树…树上唱歌，小鸟在树上唱歌，传递 True，小鸟就大声念。小鸟在树上…
              |          ^^^^^^ the cell                                                    --------- the description

            1 error, 0 warnings
            for more, try `cargo xtask explain type-prose`
        "#]],
    );
}

#[test]
fn nothing_on_a_page_acts_on_the_terminal() {
    let source = Source::new("b\u{1b}[2J.md", "| a\u{202e}b\tc\u{1b}[31m | Strnig |\n");
    let found = Diagnostic::new("unknown-type", Level::Error, "`\u{1b}]0;x\u{7}` is no type")
        .label(&source, nth_place(&source, "Strnig", 0), "\u{9b}31m")
        .note("\u{2066}note");
    let text = Format::Human.print_report(std::slice::from_ref(&found), Style::plain());
    assert!(
        text.chars().all(|c| c == '\n' || !c.is_control()),
        "{text:?}"
    );
    assert_report(
        print_human(found),
        expect![[r#"
            error[unknown-type]: `\u{1b}]0;x\u{7}` is no type
             --> b\u{1b}[2J.md:1:16
              |
            1 | | a\u{202e}b c\u{1b}[31m | Strnig |
              |                            ^^^^^^ \u{9b}31m
              |
              = note: \u{2066}note

            1 error, 0 warnings
            for more, try `cargo xtask explain unknown-type`
        "#]],
    );
}

#[test]
fn colours_are_for_who_asks() {
    let look = Style {
        color: true,
        ..Style::plain()
    };
    let painted = Format::Human.print_report(&[conflict_finding()], look);
    assert!(painted.contains("\u{1b}["));
    assert!(
        !Format::Human
            .print_report(&[conflict_finding()], Style::plain())
            .contains('\u{1b}')
    );
}

#[test]
fn evidence_in_another_file_is_shown_there() {
    let page = birds_page();
    let other = Source::new(
        "overrides.yaml",
        "- at: sendNote.loud\n  set: type\n  docs: Integer\n",
    );
    let found = Diagnostic::new(
        "stale-override",
        Level::Error,
        "the page no longer says `Integer`",
    )
    .label(&other, nth_place(&other, "Integer", 0), "expected here")
    .evidence(&page, nth_place(&page, "String", 1), "the page says String");
    assert_report(
        print_human(found),
        expect![[r#"
            error[stale-override]: the page no longer says `Integer`
             --> overrides.yaml:3:9
              |
            3 |   docs: Integer
              |         ^^^^^^^ expected here
              |
             ::: birds.md:8:10
              |
            8 | | loud | String | 可选 | 传递 True，小鸟就大声念出便条 |
              |          ------ the page says String

            1 error, 0 warnings
            for more, try `cargo xtask explain stale-override`
        "#]],
    );
}

proptest! {
    #![proptest_config(testing::random::config_with_cases(100))]

    #[test]
    fn any_place_of_any_text_prints(
        text in r"([ -~]|[一-龥]|[\u{0}-\u{20}]|[\u{200b}-\u{2069}]|\n|\PC){0,400}",
        spans in vec((0..1500_usize, 0..300_usize), 1..6),
        width in 0..160_usize,
    ) {
        let source = Source::new("any\u{1b}.md", text);
        let mut spans = spans.into_iter().map(|(start, length)| source.span(start..start + length));
        let primary = spans.next().unwrap();
        let one = Diagnostic::new("any-code", Level::Warn, source.slice(primary))
            .label(&source, primary, source.slice(primary))
            .note(source.text());
        let one = spans.fold(one, |one, span| one.evidence(&source, span, "here"));
        let look = Style { color: false, width };
        let report = Format::Human.print_report(&[one], look);
        prop_assert!(report.chars().all(|c| c == '\n' || !c.is_control()));
    }
}

#[test]
fn a_fix_names_what_the_cell_should_say() {
    let page = "\
## sendSong

使用此方法唱歌。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| birds | String | 是 | 鸟的名字列表 |

## sendNote

使用此方法发便条。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| birds | Array of String | 是 | 鸟的名字列表 |

## sendDance

使用此方法跳舞。成功时，返回 True。

| 参数 | 类型 | 必填 | 说明 |
| --- | --- | --- | --- |
| birds | Array of String | 是 | 鸟的名字列表 |
";
    let found = testing::report::lint_page(page);
    let found = found.into_iter().find(|one| one.code == "type-conflict");
    assert_report(
        print_human(found.unwrap()),
        expect![[r#"
        error[type-conflict]: `sendSong.birds` is `String` here, but `Array<String>` in both others that have it
          --> page.md:7:11
           |
         7 | | birds | String | 是 | 鸟的名字列表 |
           |           ^^^^^^ expected `Array<String>`
        ...
        15 | | birds | Array of String | 是 | 鸟的名字列表 |
           |           --------------- `Array<String>` in sendNote
        ...
        23 | | birds | Array of String | 是 | 鸟的名字列表 |
           |           --------------- `Array<String>` in sendDance
           |
           = help: write `Array of String` in the cell, or paste into overrides.yaml:
                   - at: sendSong.birds
                     set: type
                     docs: String
                     use: Array<String>
                     reason: Array<String> in both others that have it.

        1 error, 0 warnings
        for more, try `cargo xtask explain type-conflict`
    "#]],
    );
}

#[test]
fn a_long_cell_is_cut_at_its_end() {
    let row = format!("| a | {} |\n", "字".repeat(500));
    let source = Source::new("birds.md", row);
    let found = Diagnostic::new("unread-type", Level::Error, "no type").label(
        &source,
        source.span(6..6 + 3 * 500),
        "here",
    );
    let report = print_human(found);
    let line = report.lines().find(|line| line.contains('字')).unwrap();
    assert!(line.ends_with('…'), "{line}");
    assert!(line.chars().count() < 200, "{line}");
    assert!(report.contains("^ here"), "{report}");
}

#[test]
fn the_middle_of_a_long_message_is_left_out() {
    let message = format!("`{}` is no type", "型".repeat(2_000));
    let found = Diagnostic::new("unread-type", Level::Error, message.as_str()).patch(message);
    let report = print_human(found);
    let (first, rest) = report.split_once('\n').unwrap();
    assert!(first.starts_with("error[unread-type]: `型"), "{first}");
    assert!(
        first.contains('…') && first.ends_with("型` is no type"),
        "{first}"
    );
    assert!(first.chars().count() < 300, "{first}");
    // Half a replacement would be none.
    assert!(!rest.contains('型'), "{rest}");
}

#[test]
fn a_message_that_can_be_read_is_shown_whole() {
    let message = "x".repeat(2_000);
    let report = print_human(Diagnostic::new(
        "unread-type",
        Level::Error,
        message.as_str(),
    ));
    assert!(report.contains(&message), "{report}");
}

#[test]
fn hidden_characters_are_shown_by_their_numbers() {
    for (message, shown) in [
        ("可选 text", "可选 text"),
        ("a\u{202e}b\u{9b}c\u{200b}", "a\\u{202e}b\\u{9b}c\\u{200b}"),
        ("sendNote\u{200d}", "sendNote\\u{200d}"),
        ("\u{1b}[31m", "\\u{1b}[31m"),
    ] {
        let report = print_human(Diagnostic::new("any-code", Level::Warn, message));
        let first = report.lines().next().unwrap();
        assert_eq!(first, format!("warning[any-code]: {shown}"));
    }
}
