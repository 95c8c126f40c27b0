//! Cells of the type column: the ways that pages have to write a type.

use testing::report;

/// A page in HTML whose first parameter has this type.
fn page(cell: &str) -> String {
    let cell = cell.replace('&', "&amp;").replace('<', "&lt;");
    format!(
        "<h4>doThing</h4><p>Returns True.</p><table>\
         <tr><th>Parameter</th><th>Type</th><th>Required</th><th>Description</th></tr>\
         <tr><td>it</td><td>{cell}</td><td>Yes</td><td>What is to be done.</td></tr>\
         <tr><td>loud</td><td>Boolean</td><td>Yes</td><td>How loud it is.</td></tr></table>"
    )
}

#[test]
fn the_type_is_read() {
    for (cell, ty) in [
        ("Int", "Integer"),
        ("Integer or String", "Integer | String"),
        ("Integer 或 String", "Integer | String"),
        ("Array of Array of Size", "Array<Array<Size>>"),
        ("Array of A, B, C and D", "Array<A | B | C | D>"),
        ("Array of A, B or C", "Array<A | B | C>"),
        ("Array of A and B", "Array<A | B>"),
        ("Array of Array of A and B", "Array<Array<A | B>>"),
        ("Array of A or B", "Array<A> | B"),
        ("String or Array of String", "String | Array<String>"),
        ("A、B 和 C", "A | B | C"),
        ("字符串数组", "Array<String>"),
        ("Update 对象的数组", "Array<Update>"),
        ("Array<Integer | String>", "Array<Integer | String>"),
        ("String[]", "Array<String>"),
        ("Float number", "Float"),
        ("Int64", "Integer"),
        ("uint32", "Integer"),
        ("float64", "Float"),
        ("List<Size>", "Array<Size>"),
        ("list[Size]", "Array<Size>"),
        ("Array[Integer | String]", "Array<Integer | String>"),
        ("Size array", "Array<Size>"),
        ("Array of Size objects", "Array<Size>"),
        ("array of strings", "Array<String>"),
        ("Size object", "Size"),
        ("Size 对象", "Size"),
    ] {
        let schema = report::read_schema(&page(cell));
        assert_eq!(schema.methods[0].params[0].ty.to_string(), ty, "{cell}");
    }
}

#[test]
fn what_is_no_type_is_a_finding() {
    let deep = "Array of ".repeat(40) + "String";
    let long = "A, ".repeat(4000) + "B";
    for cell in [
        "",
        "可选",
        "Yes, please",
        "chat_id",
        "Array of",
        "Array",
        "A or",
        &deep,
        &long,
    ] {
        let found = report::list_findings(&page(cell));
        assert_eq!(found.len(), 1, "{cell}: {found:?}");
        assert!(found[0].ends_with(" unread-type doThing.it"), "{found:?}");
    }
}

#[test]
fn the_help_names_the_type_that_may_be_meant() {
    for (cell, help) in [
        ("number", "`Integer` or `Float`"),
        ("object", "a type that the page defines"),
        ("file or String", "`InputFile`"),
        ("Array", "the type of its items"),
        ("数字", "`Float`"),
        ("whatever it is", "`InputFile`"),
    ] {
        let found = report::lint_page(&page(cell));
        let unread = found.iter().find(|one| one.code == "unread-type");
        let given = unread.and_then(|one| one.help.clone()).unwrap_or_default();
        assert!(given.contains(help), "{cell}: {given}");
    }
}
