//! Pages with one part of many megabytes: their reports stay short, and nothing panics.

use std::fs;
use std::path::Path;

use crate::workspace::{Run, TempWorkspace};

const MB: usize = 1 << 20;
/// More bytes than any report may have, for pages that every command reads.
const LONG: usize = MB / 4;
/// The bytes that a report of few findings may have.
const SHORT: usize = 20_000;

const HEAD: &str = "| Parameter | Type | Required | Description |\n|---|---|---|---|\n";

/// A page of one method, with a row.
fn page_with_row(row: &str) -> String {
    format!("## sendNote\n\nReturns True.\n\n{HEAD}{row}\n")
}

/// As many repetitions of a text as fill this many bytes.
fn repeat_to(text: &str, bytes: usize) -> String {
    text.repeat(bytes / text.len())
}

/// Runs every command that reads a page, and gives what each says.
fn run_all(ending: &str, page: &str) -> Vec<Run> {
    let workspace = TempWorkspace::new();
    workspace.remove("schema/pages/birds.md");
    let path = format!("schema/pages/birds.{ending}");
    workspace.write(&path, page);
    let from = workspace.arg(&path);
    let (out, folder) = (workspace.arg("out.yaml"), workspace.arg("schema/pages"));
    [
        &["lint", "--from", &from][..],
        &["lint", "--from", &from, "--format", "json"],
        &["lint", "--from", &from, "--format", "sarif"],
        &["lint", "--from", &from, "--format", "github"],
        &["extract", "--from", &from, "--out", &out],
        &["inspect", &from],
        &["codegen", "--pages", &folder],
        &["codegen", "--check"],
    ]
    .map(|args| workspace.run(args))
    .into()
}

#[track_caller]
fn stays_short(ending: &str, page: &str) {
    for (number, run) in run_all(ending, page).iter().enumerate() {
        assert!(run.status <= 2);
        let (out, err) = (run.out.len(), run.err.len());
        assert!(out + err < SHORT, "run {number}: {out} and {err} bytes");
    }
}

/// The same of a page that is too big to be read seven times.
#[track_caller]
fn lint_stays_short(ending: &str, page: &str) -> Run {
    let workspace = TempWorkspace::new();
    let path = format!("big.{ending}");
    workspace.write(&path, page);
    let run = workspace.run(&["lint", "--from", &workspace.arg(&path)]);
    let (out, err) = (run.out.len(), run.err.len());
    assert!(out + err < SHORT, "{out} and {err} bytes");
    run
}

#[test]
fn a_description() {
    let row = format!("| a | String | Yes | {} |", repeat_to("word ", 10 * MB));
    lint_stays_short("md", &page_with_row(&row)).assert_status(0);
}

#[test]
fn a_type() {
    let row = format!("| a | {} | Yes | x |", repeat_to("String", 10 * MB));
    let run = lint_stays_short("md", &page_with_row(&row)).assert_status(1);
    run.assert_stdout_contains("error[unread-type]")
        .assert_stdout_contains("StringS…ingString");
    stays_short(
        "md",
        &page_with_row(&format!("| a | {} | Yes | x |", repeat_to("Strnig", LONG))),
    );
    stays_short(
        "md",
        &page_with_row(&format!(
            "| a | {}String | Yes | x |",
            repeat_to("Array of ", LONG)
        )),
    );
}

#[test]
fn a_required_cell() {
    let row = format!("| a | String | {} | x |", repeat_to("是", LONG));
    stays_short("md", &page_with_row(&row));
}

#[test]
fn a_name() {
    let name = repeat_to("long", LONG);
    stays_short(
        "md",
        &page_with_row(&format!("| {name} | Strnig | Yes | x |")),
    );
    stays_short(
        "md",
        &format!("## {name}\n\nReturns {name}.\n\n{HEAD}| a | Lost | Yes | x |\n"),
    );
}

#[test]
fn two_names_that_are_alike() {
    let (one, other) = (repeat_to("long", LONG) + "A", repeat_to("long", LONG) + "B");
    let types =
        format!("## {one}\n\n| Field | Type | Description |\n|---|---|---|\n| a | {other} | x |\n");
    lint_stays_short(
        "md",
        &(page_with_row("| a | String | Yes | x |") + "\n" + &types),
    );
}

#[test]
fn a_header() {
    let head = format!(
        "| Parameter | {} | Type |\n|---|---|---|\n",
        repeat_to("Kind ", LONG)
    );
    stays_short(
        "md",
        &format!("## sendNote\n\nReturns True.\n\n{head}| a | b | String |\n"),
    );
}

#[test]
fn a_value() {
    let value = repeat_to("a", LONG);
    let row = |text: &str| page_with_row(&format!("| a | Integer | Yes | {text} |"));
    stays_short("md", &row(&format!("Always “{value}”")));
    stays_short(
        "md",
        &row(&format!(
            "Values between {}-1 are fine",
            repeat_to("9", LONG)
        )),
    );
}

#[test]
fn a_line() {
    let section = "<h3>sendNote</h3><p>Returns True.</p><table><tr><th>Parameter</th><th>Type\
                   </th></tr><tr><td>a</td><td>Lost</td></tr></table>";
    let text = format!(
        "<p>{}</p>{section}<p>{}</p>",
        repeat_to("字", 5 * MB),
        repeat_to("词 ", 5 * MB)
    );
    lint_stays_short("html", &text)
        .assert_status(0)
        .assert_stdout_contains("big.html:1:");
    lint_stays_short("md", &text)
        .assert_status(0)
        .assert_stdout_contains("big.md:1:");
}

/// The folder that `writes_big_pages` writes to. `lint --from` of a release build took 4, 8 and 15 s of
/// processor time and 220, 430 and 840 MB for 5, 10 and 20 MB of Markdown, and 2.5, 5.6 and 10.5 s and
/// 150, 300 and 590 MB for as much HTML.
const FOLDER: &str = env!("CARGO_TARGET_TMPDIR");

/// A method and its answer, as many pages have them; every fiftieth has a mistake.
fn method_and_answer(number: usize) -> [Vec<[String; 4]>; 2] {
    let loud = if number.is_multiple_of(50) {
        "String"
    } else {
        "Boolean"
    };
    let row = |cells: [&str; 4]| cells.map(|cell| cell.replace('@', &number.to_string()));
    let params = [
        [
            "chat_id",
            "Integer or String",
            "Yes",
            "The chat that note @ is for",
        ],
        [
            "text",
            "String",
            "Yes",
            "The text of the note, 1-4096 characters",
        ],
        [
            "mode@",
            "String",
            "Optional",
            "How it is read. One of “plain”, “song”",
        ],
        [
            "loud",
            loud,
            "Optional",
            "Pass True to have note @ read aloud",
        ],
    ];
    let fields = [
        ["note_id", "Integer", "", "The number of the note"],
        ["next", "Note@", "", "Optional. The note that comes next"],
        [
            "lines@",
            "Array of String",
            "",
            "Optional. Its lines, 1-100 of them",
        ],
    ];
    [params.map(row).into(), fields.map(row).into()]
}

fn markdown_section(number: usize) -> String {
    let [params, fields] = method_and_answer(number);
    let row = |cells: &[String; 4]| format!("| {} |\n", cells.join(" | "));
    let rows = |rows: &[[String; 4]]| rows.iter().map(row).collect::<String>();
    let fields = rows(&fields).replace(" |  | ", " | ");
    format!(
        "## sendNote{number}\n\nSends note {number}. On success, the Note{number} is returned.\n\n\
         {HEAD}{}\n## Note{number}\n\nA note.\n\n| Field | Type | Description |\n|---|---|---|\n{fields}\n",
        rows(&params)
    )
}

fn html_section(number: usize) -> String {
    let [params, fields] = method_and_answer(number);
    let cells = |cells: &[String]| {
        let cells = cells.iter().filter(|cell| !cell.is_empty());
        let cells: String = cells.map(|cell| format!("<td>{cell}</td>\n")).collect();
        format!("<tr>\n{cells}</tr>\n")
    };
    let rows = |rows: &[[String; 4]]| rows.iter().map(|row| cells(row)).collect::<String>();
    let table = |heads: &[&str], rows: String| {
        let heads: String = heads
            .iter()
            .map(|head| format!("<th>{head}</th>\n"))
            .collect();
        format!("<table>\n<thead><tr>\n{heads}</tr></thead>\n<tbody>\n{rows}</tbody>\n</table>\n")
    };
    format!(
        "<h4>sendNote{number}</h4>\n<p>Sends note {number}. On success, the <em>Note{number}</em> is \
         returned.</p>\n{}<h4>Note{number}</h4>\n<p>A note.</p>\n{}",
        table(
            &["Parameter", "Type", "Required", "Description"],
            rows(&params)
        ),
        table(&["Field", "Type", "Description"], rows(&fields)),
    )
}

#[test]
#[ignore = "writes pages to measure the command line with, and says where they are"]
fn writes_big_pages() {
    for (ending, write) in [
        ("md", markdown_section as fn(usize) -> String),
        ("html", html_section),
    ] {
        for megabytes in [5, 10, 20] {
            let mut text = String::new();
            let mut numbers = 0..;
            while text.len() < megabytes * MB {
                text += &write(numbers.next().unwrap());
            }
            let path = Path::new(FOLDER).join(format!("big{megabytes}.{ending}"));
            fs::write(&path, text).unwrap();
            println!("{}", path.display());
        }
    }
}
