//! Headings: which of them define something, and what.

use testing::report;

const TABLE: &str = "\
| Parameter | Type | Required | Description |
| --------- | ---- | -------- | ----------- |
| knot | Knot | Yes | The knot |
";

const FIELDS: &str = "\
| Field | Type | Description |
| ----- | ---- | ----------- |
| rope | String | Its rope |
";

/// The definitions of a page, in page order: methods with their parameters, types with their fields.
fn defined(page: &str) -> String {
    let schema = report::read_schema(page);
    let methods = schema
        .methods
        .iter()
        .map(|method| (&method.name, method.params.len()));
    let types = schema
        .types
        .iter()
        .map(|def| (&def.name, def.fields().len()));
    let all: Vec<String> = methods
        .chain(types)
        .map(|(name, count)| format!("{name} {count}"))
        .collect();
    all.join(", ")
}

#[test]
fn a_heading_names_a_method_or_a_type() {
    for (heading, expected) in [
        ("## tieKnot", "tieKnot 1"),
        ("#### tieKnot", "tieKnot 1"),
        ("## tieKnot（打结）", "tieKnot 1"),
        ("## tieKnot (a knot)", "tieKnot 1"),
        ("## `tieKnot`", "tieKnot 1"),
        ("## **tieKnot**", "tieKnot 1"),
        ("## tieKnot ##", "tieKnot 1"),
        ("## tieKnot {#tie-knot}", "tieKnot 1"),
        ("## <a name=\"tie\"></a>tieKnot", "tieKnot 1"),
        ("## tie\\_knot", "tie_knot 1"),
        ("tieKnot\n-------", "tieKnot 1"),
        ("## tie", "tie 1"),
        ("**tieKnot**", "tieKnot 1"),
        ("## Knot", "Knot 1"),
        ("## `tie_knot` 打结", "tie_knot 1"),
        ("## `tie` 打结", "tie 1"),
        ("## `tie_knot` 处理打结请求", "tie_knot 1"),
        ("## `tieKnot` ties a knot", "tieKnot 1"),
        ("## tie_knot 打结", "tie_knot 1"),
        ("## tieKnot - ties a knot", "tieKnot 1"),
        ("## tieKnot: ties a knot", "tieKnot 1"),
        ("## Tie a knot (tieKnot)", "tieKnot 1"),
        ("## 打结（tieKnot）", "tieKnot 1"),
        ("## 绳结对象(KnotInfo)", "KnotInfo 1"),
        ("## tieKnot limits", ""),
        ("## `tieKnot` examples", ""),
        ("## How to use `tieKnot`", ""),
        ("## tie a knot", ""),
        ("## 打结", ""),
        ("## 3knots", ""),
    ] {
        assert_eq!(
            defined(&format!("{heading}\n\n{TABLE}")),
            expected,
            "{heading}"
        );
    }
}

#[test]
fn a_name_with_an_underscore_needs_no_table() {
    let page = format!("## tie_knot 打结\n\nTies it.\n\n## tieKnot\n\n{TABLE}");
    assert_eq!(defined(&page), "tie_knot 0, tieKnot 1");
}

#[test]
fn an_anchor_is_the_link() {
    for heading in [
        "## tieKnot {#tie}",
        "## <a id=\"tie\"></a>tieKnot",
        "## tieKnot <a name=\"tie\"></a>",
    ] {
        let schema = report::read_schema(&format!("{heading}\n\n{TABLE}"));
        let link = schema
            .method("tieKnot")
            .and_then(|method| method.link.clone());
        assert_eq!(link.as_deref(), Some("#tie"), "{heading}");
    }
}

#[test]
fn prose_under_a_heading_of_its_own_belongs_to_the_method_above() {
    for between in [
        "### Parameters",
        "**Parameters**",
        "#### 参数",
        "Parameters:",
        "**Note**\n\nWet ropes slip.",
    ] {
        let page = format!("## tieKnot\n\nReturns True.\n\n{between}\n\n{TABLE}");
        assert_eq!(defined(&page), "tieKnot 1", "{between}");
    }
}

#[test]
fn a_heading_that_repeats_the_one_above_goes_on_with_it() {
    let page = format!("## tieKnot\n\nA chapter.\n\n### tieKnot\n\nReturns True.\n\n{TABLE}");
    assert_eq!(defined(&page), "tieKnot 1");
    assert!(report::list_findings(&page).is_empty());
}

#[test]
fn an_object_stands_inside_a_method_under_a_bold_line() {
    for line in [
        "**Knot**",
        "**Knot（绳结）**",
        "**KnotInfo**",
        "### Knot",
        "__Knot__",
    ] {
        let page =
            format!("## tieKnot\n\nReturns the Knot.\n\n{TABLE}\n{line}\n\nIts shape.\n\n{FIELDS}");
        let name = if line.contains("Info") {
            "KnotInfo"
        } else {
            "Knot"
        };
        assert_eq!(defined(&page), format!("tieKnot 1, {name} 1"), "{line}");
    }
}

#[test]
fn a_union_is_a_heading_and_a_list_of_types() {
    for lead in [
        "It is one of",
        "Can be any of the following:",
        "以下几种之一：",
        "下列类型：",
    ] {
        let page = format!("## Knot\n\n{lead}\n\n- Bowline\n- Hitch\n\n## Bowline\n\n{FIELDS}");
        assert_eq!(knots(&page), ["Bowline", "Hitch"], "{lead}");
    }
}

/// The members of the union `Knot`.
fn knots(page: &str) -> Vec<String> {
    let schema = report::read_schema(page);
    let union = schema.type_def("Knot").and_then(|def| def.union());
    union
        .map(|union| union.one_of.iter().map(ToString::to_string).collect())
        .unwrap_or_default()
}

#[test]
fn a_member_in_the_list_of_a_union_may_be_a_list_itself() {
    let list = "- String\n- Array of [Knot](#knot)\n- Bowline";
    let page = format!("## Knot\n\nIt is one of\n\n{list}\n\n## Bowline\n\n{FIELDS}");
    assert_eq!(knots(&page), ["String", "Array<Knot>", "Bowline"]);
}

#[test]
fn a_list_among_the_members_of_a_union_is_as_deep_as_it_says() {
    let deep = "Array of ".repeat(40);
    for (lead, announced) in [
        (
            "A String, an Array of Knot, or one of",
            vec!["String", "Array<Knot>"],
        ),
        (
            "An Array of Array of Knot, or one of",
            vec!["Array<Array<Knot>>"],
        ),
        ("An Array of Array of one of", vec![]),
        (&format!("An {deep}one of"), vec![]),
    ] {
        let page = format!("## Knot\n\n{lead}\n\n- Bowline\n- Hitch\n\n## Bowline\n\n{FIELDS}");
        assert_eq!(
            knots(&page),
            [announced, vec!["Bowline", "Hitch"]].concat(),
            "{lead}"
        );
    }
}

#[test]
fn chapters_define_nothing() {
    for chapter in [
        "## Knots\n\nAll about them.",
        "## Payments",
        "## Updates\n\n- Ropes\n- and more",
        "# FAQ",
    ] {
        let page = format!("{chapter}\n\n## tieKnot\n\n{TABLE}");
        assert_eq!(defined(&page), "tieKnot 1", "{chapter}");
    }
}

#[test]
fn a_caption_in_bold_opens_another_table_of_the_same_method() {
    let page = |caption: &str, second: &str| {
        format!(
            "## tieKnot\n\nReturns True.\n\n{TABLE}\n{caption}\n\n{second}\n## Knot\n\n{FIELDS}"
        )
    };
    let more = TABLE.replace("| knot", "| rope");
    let captioned = page("**Of its rope**", &more);
    assert_eq!(defined(&captioned), "tieKnot 2, Knot 1");
    assert_eq!(report::list_findings(&captioned), [""; 0]);
    // Without the column of flags it may be the result.
    let unlike = page("**Of its rope**", FIELDS);
    assert_eq!(defined(&unlike), "tieKnot 1, Knot 1");
    assert_eq!(
        report::list_findings(&unlike),
        ["11:1 orphan-table tieKnot"]
    );
    let lost = report::list_findings(&page("A method whose heading is lost.", FIELDS));
    assert_eq!(lost, ["11:1 orphan-table tieKnot"]);
}

#[test]
fn a_call_under_a_heading_without_a_name_is_a_finding() {
    for call in [
        "`GET /v1/lofts/{id}`",
        "POST /v1/lofts",
        "- `DELETE https://x.example/lofts`",
    ] {
        let page = format!(
            "## tieKnot\n\n{TABLE}\nReturns True.\n\n## Get a loft\n\n{call}\n\nReturns True.\n"
        );
        let found = report::list_findings(&page);
        assert_eq!(found.len(), 1, "{call} {found:?}");
        assert!(found[0].contains(" unnamed-method"), "{found:?}");
        let named = page.replace("Get a loft", "getLoft");
        assert_eq!(report::list_findings(&named), [""; 0], "{call}");
    }
    let heading =
        format!("## tieKnot\n\n{TABLE}\nReturns True.\n\n## GET /v1/lofts\n\nReturns True.\n");
    assert_eq!(report::list_findings(&heading), ["9:4 unnamed-method"]);
    let table = format!(
        "## tieKnot\n\n{TABLE}\nReturns True.\n\n## Get a loft\n\nGET /v1/lofts\n\n{TABLE}"
    );
    assert_eq!(report::list_findings(&table), ["13:1 orphan-table"]);
}

#[test]
fn a_heading_may_say_what_it_names_and_where_it_stands() {
    for (heading, expected) in [
        ("## 3.1 tieKnot", "tieKnot 1"),
        ("## 3.1. tieKnot", "tieKnot 1"),
        ("## 3) tieKnot", "tieKnot 1"),
        ("## 3、打结 tieKnot", "tieKnot 1"),
        ("## 打结 tieKnot", "tieKnot 1"),
        ("## tieKnot ¶", "tieKnot 1"),
        ("## tieKnot[\u{200b}](#tieknot)", "tieKnot 1"),
        ("## Method tieKnot", "tieKnot 1"),
        ("## `tieKnot` method", "tieKnot 1"),
        ("## 方法：tieKnot", "tieKnot 1"),
        ("## The `Knot` object", "Knot 1"),
        ("## Object: Knot", "Knot 1"),
        ("## Knot 对象", "Knot 1"),
        // An event of a knot is no `Knot`.
        ("## Knot event", ""),
        ("## 3 knots", ""),
        ("## Tie tieKnot", ""),
    ] {
        let page = format!("{heading}\n\n{TABLE}");
        assert_eq!(defined(&page), expected, "{heading}");
    }
}

#[test]
fn a_word_in_lower_case_among_methods_is_a_method() {
    let methods = format!("## tieKnot\n\nReturns True.\n\n{TABLE}\n## cutRope\n\nReturns True.\n");
    for (below, expected) in [
        ("## ping\n\nChecks that it runs. Returns True.", "ping 0, "),
        ("## ping\n\nTells whether it runs.", "ping 0, "),
        ("## ping\n\n- Tells whether it runs.", "ping 0, "),
        ("## ping", ""),
        ("### ping\n\nTells whether it runs.", ""),
        (
            "## limits\n\nSlow.\n\n## usage\n\nTie.\n\n## terms\n\nNone.",
            "",
        ),
        ("## errors\n\nThey are rare.", ""),
        (
            "## objects\n\nAll types.\n\n### ropeKind\n\nReturns True.",
            "ropeKind 0, ",
        ),
    ] {
        let page = format!("{methods}\n{below}\n\n## Knot\n\n{FIELDS}");
        let expected = format!("tieKnot 1, cutRope 0, {expected}Knot 1");
        assert_eq!(defined(&page), expected, "{below}");
    }
}

#[test]
fn a_heading_that_is_no_name_above_a_result_is_a_finding() {
    let methods = format!("## tieKnot\n\nReturns True.\n\n{TABLE}\n## Knot\n\n{FIELDS}\n");
    for heading in ["Cut a rope", "cut rope", "cut-rope", "剪绳"] {
        let page = format!("{methods}\n## {heading}\n\nCuts it. Returns True.\n");
        let found = report::list_findings(&page);
        assert_eq!(found, ["16:4 unnamed-method"], "{heading}");
        // Deeper than the methods it is an example, say.
        let deeper = page.replace("\n## Knot", "\n## About ropes\n\nThey are long.\n\n## Knot");
        let deeper = deeper.replace(&format!("## {heading}"), &format!("#### {heading}"));
        assert_eq!(report::list_findings(&deeper), [""; 0], "{heading}");
    }
}
