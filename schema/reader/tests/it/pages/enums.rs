//! Tables of values: what a type can be, and the fields that have it.

use expect_test::{Expect, expect};
use testing::report;

/// A page with a type `Loft` whose field `kind` has the type, and that type.
fn page(ty: &str, heading: &str, table: &str) -> String {
    format!(
        "## getLoft\n\nReturns Loft. Takes no parameters.\n\n## Loft\n\n\
        | Field | Type | Description |\n| --- | --- | --- |\n\
        | loft_id | String | Optional. The loft |\n| kind | {ty} | Its kind |\n\n{heading}\n\n{table}"
    )
}

fn table(rows: &[&str]) -> String {
    let dashes = rows[0].split('|').map(|_| "---").collect::<Vec<_>>();
    let mut lines = vec![
        format!("| {} |", rows[0]),
        format!("| {} |", dashes.join(" | ")),
    ];
    lines.extend(rows[1..].iter().map(|row| format!("| {row} |")));
    lines.join("\n") + "\n"
}

fn kind(page: &str) -> String {
    let schema = report::read_schema(page);
    let loft = schema.type_def("Loft").unwrap();
    let names: Vec<&str> = schema.types.iter().map(|def| def.name.as_str()).collect();
    let kind = loft
        .fields()
        .iter()
        .find(|field| field.name == "kind")
        .unwrap();
    let values = serde_json::to_string(&kind.facts.values).unwrap();
    format!("{} {} {values}", names.join(" "), kind.ty)
}

#[test]
fn a_table_of_values_gives_its_fields_their_values() {
    for (heading, rows) in [
        (
            "### LoftKind",
            [
                "Field | Description",
                "`User` | A user",
                "`Group` | A group",
            ],
        ),
        (
            "### LoftKind",
            ["Value | Meaning", "User | A user", "Group | A group"],
        ),
        (
            "### LoftKind",
            ["Name | Description", "User | A user", "Group | A group"],
        ),
        ("### LoftKind", ["值 | 描述", "User | 用户", "Group | 群"]),
        (
            "### LoftKind",
            [
                "Value | Description",
                "\"User\" | A user",
                "“Group” | A group",
            ],
        ),
        (
            "### LoftKind",
            [
                "Name | Value | Description",
                "A user | User | One",
                "Many | Group | Some",
            ],
        ),
        (
            "### LoftKind",
            ["名称 | 值 | 描述", "用户 | User | 一", "群 | Group | 多"],
        ),
        (
            "### LoftKind",
            [
                "Field | Type | Description",
                "User | str | A user",
                "Group | str | A group",
            ],
        ),
        (
            "### LoftKind",
            [
                "Value | Type | Description",
                "User | String | A user",
                "Group | String | A group",
            ],
        ),
    ] {
        let page = page("LoftKind", heading, &table(&rows));
        assert_eq!(kind(&page), "Loft String [\"User\",\"Group\"]", "{rows:?}");
        assert_eq!(report::list_findings(&page), [""; 0], "{rows:?}");
    }
}

#[test]
fn numbers_are_values_too() {
    for rows in [
        ["Value | Meaning", "0 | A user", "1 | A group"],
        ["值 | 描述", "0 | 用户", "1 | 群"],
        [
            "Name | Value | Description",
            "User | 0 | A user",
            "Group | 1 | A group",
        ],
        [
            "Field | Type | Description",
            "0 | int | A user",
            "1 | int | A group",
        ],
    ] {
        let page = page("LoftKind", "### LoftKind", &table(&rows));
        assert_eq!(kind(&page), "Loft Integer [0,1]", "{rows:?}");
        assert_eq!(report::list_findings(&page), [""; 0], "{rows:?}");
    }
}

#[test]
fn html_has_tables_of_values_too() {
    let page = page(
        "LoftKind",
        "### LoftKind",
        "<table><tr><th>Value</th><th>Meaning</th></tr>\
        <tr><td><code>User</code></td><td>A user</td></tr><tr><td>Group</td><td>Some</td></tr></table>",
    );
    assert_eq!(kind(&page), "Loft String [\"User\",\"Group\"]");
}

#[test]
fn a_list_of_values_is_read_as_a_table_of_them() {
    let list = "One of\n\n- `user`: a user\n- `group`: a group\n";
    let page = page("LoftKind", "### LoftKind", list);
    assert_eq!(kind(&page), "Loft String [\"user\",\"group\"]");
    assert_eq!(report::list_findings(&page), [""; 0]);
}

#[test]
fn an_array_of_a_type_with_values_is_one_of_texts() {
    let values = table(&["Value | Meaning", "User | A user", "Group | A group"]);
    let page = page("Array of LoftKind", "### LoftKind", &values);
    assert_eq!(kind(&page), "Loft Array<String> [\"User\",\"Group\"]");
}

#[test]
fn a_description_names_the_type_of_a_number() {
    let values = table(&["值 | 描述", "0 | 用户", "1 | 群"]);
    let page = page("Integer", "### LoftKind", &values)
        .replace("Its kind", "Its kind, a [LoftKind](#loftkind)");
    assert_eq!(kind(&page), "Loft Integer [0,1]");
    assert_eq!(report::list_findings(&page), [""; 0]);
}

#[test]
fn values_that_no_field_has_are_reported() {
    let values = table(&["Value | Meaning", "User | A user", "Group | A group"]);
    let page = page("String", "### LoftKind", &values);
    assert_eq!(kind(&page), "Loft String []");
    assert_eq!(report::list_findings(&page), ["12:5 unused-type LoftKind"]);
}

#[test]
fn names_without_types_that_may_be_fields_are_a_finding() {
    let rows = table(&["Field | Description", "wood | Its wood", "size | Its size"]);
    let page = page("Roof", "### Roof", &rows);
    assert_eq!(report::list_findings(&page), ["14:1 unknown-header Roof"]);
    assert_eq!(kind(&page), "Loft Roof []");
}

#[test]
fn fields_in_capitals_are_fields_where_the_page_has_others() {
    let rows = table(&[
        "Field | Type | Description",
        "Wood | String | Its wood",
        "Tiles | String | Optional. Its tiles",
    ]);
    let page = page("Roof", "### Roof", &rows)
        .replace("loft_id", "LoftId")
        .replace("| kind", "| Kind");
    let schema = report::read_schema(&page);
    assert_eq!(schema.type_def("Roof").unwrap().fields().len(), 2);
    assert_eq!(report::list_findings(&page), [""; 0]);
}

#[test]
fn a_field_states_its_values() {
    let values = table(&["Value | Meaning", "User | A user", "Group | A group"]);
    let page = page("LoftKind", "### LoftKind", &values);
    let expected: Expect = expect![[r#"
        - name: Loft
          fields:
          - name: loft_id
            type: String
            required: false
          - name: kind
            type: String
            required: true
            enum:
            - User
            - Group
    "#]];
    expected.assert_eq(&report::print_yaml(&report::read_schema(&page), "Loft"));
}

#[test]
fn values_without_a_heading_of_their_own_are_a_finding() {
    let values = table(&["Value | Meaning", "User | A user", "Group | A group"]);
    let page = page("String", "Its kinds are listed here.", &values);
    assert_eq!(report::list_findings(&page), ["14:1 orphan-table Loft"]);
}

#[test]
fn values_that_a_result_or_a_union_has_are_a_note() {
    let page = "## getMood\n\nReturns LoftMood.\n\n\
        | Parameter | Type | Required | Description |\n| --- | --- | --- | --- |\n\
        | like | LoftKind or Integer | Yes | The loft |\n\n\
        ## LoftMood\n\n| Value | Meaning |\n| --- | --- |\n| glad | Glad |\n| sad | Sad |\n\n\
        ## LoftKind\n\n| Value | Meaning |\n| --- | --- |\n| user | A user |\n| group | A group |\n";
    let schema = report::read_schema(page);
    let method = schema.method("getMood").unwrap();
    assert_eq!(method.returns.as_ref().unwrap().to_string(), "String");
    assert_eq!(method.params[0].ty.to_string(), "String | Integer");
    assert_eq!(report::list_findings(page), [""; 0]);
    let notes = report::lint_page(page);
    let notes = notes.iter().filter(|one| one.code == "unused-type");
    assert_eq!(notes.count(), 2);
}
