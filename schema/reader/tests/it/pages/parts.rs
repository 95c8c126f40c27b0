//! Parts of a section: which of its tables are parameters, and which are of its result.

use testing::report;

const REQUEST: &str = "\
| Field | Type | Required | Description |
| --- | --- | --- | --- |
| loft_id | String | Yes | The loft |
";

const RESPONSE: &str = "\
| Field | Type | Description |
| --- | --- | --- |
| title | String | Its title |
| size | Integer | Optional. Its size |
";

/// The methods with their parameters and results, then the types with their fields.
fn outline(page: &str) -> String {
    let schema = report::read_schema(page);
    let names = |fields: &[schema::schema::Field]| {
        let names: Vec<&str> = fields.iter().map(|field| field.name.as_str()).collect();
        names.join(" ")
    };
    let methods = schema.methods.iter().map(|method| {
        let returns = method.returns.as_ref().map(ToString::to_string);
        let returns = returns.unwrap_or_default();
        format!("{}({}) {returns}", method.name, names(&method.params))
    });
    let types = schema
        .types
        .iter()
        .map(|def| format!("{} {{{}}}", def.name, names(def.fields())));
    methods.chain(types).collect::<Vec<_>>().join("\n")
}

#[test]
fn a_table_of_the_response_is_a_type_of_its_own() {
    for (request, response) in [
        ("#### Request", "#### Response"),
        ("### Input", "### Output"),
        ("### Request parameters", "### Response fields"),
        ("Parameters:", "Response:"),
        ("**Parameters**", "**Result**"),
        ("**Request:**", "**Returns:**"),
        ("Request", "Response"),
        (
            "It takes:",
            "On success, it returns an object with these fields:",
        ),
        ("### 请求参数", "### 返回参数说明"),
        ("#### 参数", "#### 响应数据"),
        ("入参：", "出参："),
        ("- Parameters:", "- Response:"),
    ] {
        let page = format!("## getLoft\n\n{request}\n\n{REQUEST}\n{response}\n\n{RESPONSE}");
        assert_eq!(
            outline(&page),
            "getLoft(loft_id) GetLoftResponse\nGetLoftResponse {title size}",
            "{request} {response}"
        );
        assert_eq!(report::list_findings(&page), [""; 0], "{response}");
    }
}

#[test]
fn a_method_may_have_a_response_alone() {
    let page = format!("## get_me\n\nResponse:\n\n{RESPONSE}");
    assert_eq!(
        outline(&page),
        "get_me() GetMeResponse\nGetMeResponse {title size}"
    );
}

#[test]
fn html_has_parts_too() {
    let page = "<h2>getMe</h2><h3>Response</h3><table><tr><th>Field</th><th>Type</th>\
        <th>Description</th></tr><tr><td>id</td><td>String</td><td>The bot</td></tr></table>";
    assert_eq!(outline(page), "getMe() GetMeResponse\nGetMeResponse {id}");
}

#[test]
fn a_sentence_names_the_type_of_the_response() {
    let page = |sentence: &str| {
        format!("## getLoft\n\n{sentence}\n\n{REQUEST}\n### Response\n\n{RESPONSE}")
    };
    for (sentence, expected) in [
        ("Returns a Loft object.", "Loft\nLoft {title size}"),
        (
            "Returns an Array of Loft.",
            "Array<Loft>\nLoft {title size}",
        ),
        // A word for a response is no type's name.
        (
            "Returns the Response.",
            "GetLoftResponse\nGetLoftResponse {title size}",
        ),
        // Nothing can be read here, and the table says it all the same.
        (
            "Returns the loft as it is.",
            "GetLoftResponse\nGetLoftResponse {title size}",
        ),
    ] {
        let expected = format!("getLoft(loft_id) {expected}");
        assert_eq!(outline(&page(sentence)), expected, "{sentence}");
        assert_eq!(
            report::list_findings(&page(sentence)),
            [""; 0],
            "{sentence}"
        );
    }
}

#[test]
fn a_result_that_the_page_defines_elsewhere_stays_what_the_sentence_says() {
    let page = format!(
        "## getLoft\n\nReturns a Loft.\n\n{REQUEST}\n### Response\n\n{RESPONSE}\n## Loft\n\n{RESPONSE}"
    );
    assert_eq!(
        outline(&page),
        "getLoft(loft_id) Loft\nGetLoftResponse {title size}\nLoft {title size}"
    );
    assert_eq!(
        report::list_findings(&page),
        ["11:1 unused-type GetLoftResponse"]
    );
}

#[test]
fn a_second_table_without_flags_is_no_list_of_parameters() {
    for heading in ["### Blorp", "**Of its rope**", "### What comes back"] {
        let page = format!("## getLoft\n\nReturns True.\n\n{REQUEST}\n{heading}\n\n{RESPONSE}");
        let found = report::list_findings(&page);
        assert_eq!(found.len(), 1, "{found:?}");
        assert!(outline(&page).starts_with("getLoft(loft_id) True"));
    }
}

#[test]
fn a_table_under_an_unknown_heading_is_read_with_a_warning() {
    let page = format!("## getLoft\n\nReturns True.\n\n### Blorps\n\n{RESPONSE}");
    assert_eq!(outline(&page), "getLoft(title size) True");
    assert_eq!(report::list_findings(&page), ["7:1 orphan-table getLoft"]);
    // A column of flags belongs to parameters.
    let page = format!("## getLoft\n\nReturns True.\n\n### Blorps\n\n{REQUEST}");
    assert_eq!(report::list_findings(&page), [""; 0]);
}

#[test]
fn tables_of_errors_and_examples_are_no_parameters() {
    for heading in ["### Errors", "### 错误码", "### Example response"] {
        let errors = "| Field | Type | Description |\n| - | - | - |\n| code | Integer | Why |\n";
        let page = format!("## getLoft\n\nReturns True.\n\n{REQUEST}\n{heading}\n\n{errors}");
        assert_eq!(outline(&page), "getLoft(loft_id) True", "{heading}");
        assert_eq!(report::list_findings(&page), ["11:1 orphan-table getLoft"]);
        let errors = "| Code | Meaning |\n| --- | --- |\n| 400 | Bad |\n";
        let page = format!("## getLoft\n\nReturns True.\n\n{REQUEST}\n{heading}\n\n{errors}");
        assert_eq!(report::list_findings(&page), [""; 0]);
    }
}

#[test]
fn the_fields_of_a_type_may_have_a_heading_of_their_own() {
    for heading in ["### Fields", "### Properties", "### 字段"] {
        let page =
            format!("## getLoft\n\nReturns Loft.\n\n{REQUEST}\n## Loft\n\n{heading}\n\n{RESPONSE}");
        assert_eq!(outline(&page), "getLoft(loft_id) Loft\nLoft {title size}");
        assert_eq!(report::list_findings(&page), [""; 0], "{heading}");
    }
}

#[test]
fn a_type_may_stand_below_a_method() {
    let fields =
        "| Field | Type | Description |\n| - | - | - |\n| code | String | Optional. It |\n";
    let page = format!("## sendNote\n\nReturns True.\n\n{REQUEST}\n### Emoji\n\n{fields}");
    assert_eq!(outline(&page), "sendNote(loft_id) True\nEmoji {code}");
    assert_eq!(report::list_findings(&page), ["9:5 unused-type Emoji"]);
}

#[test]
fn the_title_of_a_page_is_no_type() {
    for title in ["# Pigeonpost", "# PigeonPost", "# pigeonpost"] {
        let page = format!(
            "{title}\n\n## Send a note\n\n{REQUEST}\n## getMe\n\nReturns True. Takes no parameters.\n"
        );
        assert_eq!(outline(&page), "getMe() True", "{title}");
        assert_eq!(
            report::list_findings(&page),
            ["5:1 orphan-table"],
            "{title}"
        );
    }
    let page = format!("# Loft\n\n## Fields\n\n{RESPONSE}");
    assert_eq!(outline(&page), "Loft {title size}");
}

#[test]
fn a_heading_for_a_part_defines_nothing_by_itself() {
    let page = format!("# All about it\n\n## Response\n\n{RESPONSE}\n## getMe\n\nReturns True.\n");
    assert_eq!(outline(&page), "getMe() True");
    assert_eq!(report::list_findings(&page), ["5:1 orphan-table"]);
}

#[test]
fn a_column_of_defaults_states_them() {
    let page = "## getLoft\n\nReturns True.\n\n| Field | Type | Default | Example | Description |\n\
        | - | - | - | - | - |\n| loft_id | String | - | a1 | The loft |\n\
        | limit | Integer | `20` | 5 | Its limit |\n| kind | String | `flat` | flat | Its kind |\n\
        | quiet | Boolean | false | true | Without a sound |\n";
    let schema = report::read_schema(page);
    let params = schema.methods[0].params.iter();
    let shown: Vec<String> = params
        .map(|one| {
            let default = serde_json::to_string(&one.facts.default).unwrap();
            format!("{} {} {default}", one.name, one.required)
        })
        .collect();
    assert_eq!(
        shown,
        [
            "loft_id true null",
            "limit false 20",
            "kind false \"flat\"",
            "quiet false false"
        ]
    );
}

#[test]
fn a_part_may_have_a_heading_as_high_as_its_method() {
    let page = format!(
        "## getLoft\n\n## Parameters\n\n{REQUEST}\n## Response\n\n{RESPONSE}\n## getMe\n\nReturns True.\n"
    );
    assert_eq!(
        outline(&page),
        "getLoft(loft_id) GetLoftResponse\ngetMe() True\nGetLoftResponse {title size}"
    );
    assert_eq!(report::list_findings(&page), [""; 0]);
}
