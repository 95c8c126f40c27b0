//! The fixture pages: the schemas that they state, and their mistakes.

use expect_test::{Expect, expect};
use testing::report;

fn stated(page: &str, name: &str, expected: &Expect) {
    expected.assert_eq(&report::print_yaml(&report::read_schema(page), name));
}

/// Every method and type on a line, with its members.
fn outline(page: &str, expected: &Expect) {
    let schema = report::read_schema(page);
    let methods = schema.methods.iter().map(|method| {
        let params: Vec<_> = method
            .params
            .iter()
            .map(|param| param.name.as_str())
            .collect();
        format!("{}({})", method.name, params.join(", "))
    });
    let types = schema.types.iter().map(|def| {
        let fields: Vec<_> = def
            .fields()
            .iter()
            .map(|field| field.name.as_str())
            .collect();
        let members = def.union().into_iter().flat_map(|union| &union.one_of);
        let members: Vec<_> = members.map(ToString::to_string).collect();
        format!(
            "{} {{{}{}}}",
            def.name,
            fields.join(", "),
            members.join(" | ")
        )
    });
    let lines: Vec<String> = methods.chain(types).collect();
    expected.assert_eq(&lines.join("\n"));
}

fn findings(page: &str, expected: &Expect) {
    expected.assert_eq(&report::list_findings(page).join("\n"));
}

#[test]
fn a_chinese_page() {
    outline(
        super::LIGHTHOUSE,
        &expect![[r#"
        getKeeper()
        lightLamp(tower_id, colour, brightness, silent, screens, controls)
        snuffLamp(tower_id, silent, until)
        sendFlags(tower_id, flags, silent)
        editEntry(tower_id, entry_id, page_mark, text, sketch)
        getBeamInfo()
        countShips(tower_id, limit)
        BeamInfo {length, seen_by, since}
        Lamp {lamp_id, oil}"#]],
    );
    findings(super::LIGHTHOUSE, &expect!["14:4 missing-return getKeeper"]);
}

#[test]
fn an_english_page_with_tabs() {
    outline(
        super::HARBOUR,
        &expect![[r#"
        getBerths(from, limit, wait, kinds)
        moorShip(ship_id, photo, note, quiet)
        ringBell()
        countShips(quiet, since)
        Ship {ship_id, name, cargo, flag, is_leaky}
        Crate {}
        Berth {number}
        Flag {PlainFlag | StripedFlag}
        PlainFlag {pattern, colour}
        StripedFlag {pattern, stripes}"#]],
    );
    findings(super::HARBOUR, &expect![[r#""#]]);
}

#[test]
fn another_chinese_page_by_another_hand() {
    outline(
        super::OBSERVATORY,
        &expect![[r#"
        renameStar(star_id, name, secretly)
        lookUp(towards, for, secretly)
        listStars(brighter_than, limit, secretly)
        closeRoof()
        Star {star_id, names, magnitude, twin}
        Sky {ClearSky | CloudySky}
        ClearSky {state, stars}
        CloudySky {state, clears_at}"#]],
    );
    findings(
        super::OBSERVATORY,
        &expect![[r#"
        47:1 row-cells renameStar.reason
        57:40 type-conflict lookUp.for
        58:14 unknown-required lookUp.secretly
        68:3 duplicate listStars.limit
        69:35 unknown-type listStars.secretly"#]],
    );
}

#[test]
fn what_cells_say_in_chinese() {
    stated(
        super::LIGHTHOUSE,
        "lightLamp",
        &expect![[r#"
        - name: lightLamp
          returns: Lamp
          params:
          - name: tower_id
            type: Integer | String
            required: true
          - name: colour
            type: String
            required: false
            default: 白
            length:
              min: 1
              max: 16
          - name: brightness
            type: Integer
            required: false
            default: 60
            range:
              min: 1
              max: 100
          - name: silent
            type: Boolean
            required: false
          - name: screens
            type: Array<Screen>
            required: false
            items:
              max: 4
          - name: controls
            type: OneButton | ManyButtons | NoButtons
            required: false
    "#]],
    );
}

#[test]
fn what_cells_say_in_english() {
    stated(
        super::HARBOUR,
        "Ship",
        &expect![[r#"
        - name: Ship
          fields:
          - name: ship_id
            type: Integer
            required: true
          - name: name
            type: String
            required: false
          - name: cargo
            type: Array<Array<Crate>>
            required: false
          - name: flag
            type: Flag
            required: false
          - name: is_leaky
            type: 'True'
            required: false
    "#]],
    );
}

#[test]
fn columns_in_another_order() {
    stated(
        super::OBSERVATORY,
        "lookUp",
        &expect![[r#"
        - name: lookUp
          returns: Sky
          params:
          - name: towards
            type: String
            required: true
            enum:
            - 东
            - 南
            - 西
            - 北
          - name: for
            type: Boolean
            required: false
          - name: secretly
            type: Boolean
            required: false
    "#]],
    );
}

#[test]
fn prose_and_its_markup_become_the_doc() {
    let page = report::read_page(super::LIGHTHOUSE).unwrap();
    let method = page.schema.method("snuffLamp").unwrap();
    expect![[r#"
        熄灭一盏灯，但是：

        - 雾天不能熄，
        - 有船靠近时不能熄。

        成功时返回True。"#]]
    .assert_eq(method.doc.as_deref().unwrap_or_default());
    let until = method.params.last().unwrap();
    expect![[r#"
        到什么时候再点亮；Unix 时间。
        不填则等到天黑"#]]
    .assert_eq(until.doc.as_deref().unwrap_or_default());
}

#[test]
fn nothing_is_wrong_with_the_html_page() {
    assert_eq!(report::list_findings(super::KITE), [""; 0]);
}
