//! The command line as clap has it: every command, option and help text.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command as Clap, value_parser};

use super::help::{ABOUT, AFTER, CODEGEN, DIFF, EXPLAIN, EXTRACT, INSPECT, LINT, OPENAPI};
use crate::render::{DiffFormat, Format};

/// The program with its commands.
pub(super) fn program() -> Clap {
    Clap::new("cargo xtask")
        .bin_name("cargo xtask")
        .about("Compiles the reference page of a bot platform into a typed Rust crate.")
        .long_about(ABOUT)
        .after_help(AFTER)
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(codegen_command())
        .subcommand(extract_command())
        .subcommand(lint_command())
        .subcommand(diff_command())
        .subcommand(inspect_command())
        .subcommand(export_command())
        .subcommand(explain_command())
}

fn codegen_command() -> Clap {
    Clap::new("codegen")
        .about("Brings schemas and the generated crate up to date with the pages, or checks that they are")
        .after_help(CODEGEN)
        .arg(flag(
            "check",
            "Write nothing; show all that is out of date and exit with 1",
        ))
        .arg(pages_arg())
        .arg(prose_arg())
        .arg(api_arg("The APIs to bring up to date [default: all]").num_args(0..))
}

fn extract_command() -> Clap {
    Clap::new("extract")
        .about("Reads one page and writes what it states as schema YAML")
        .after_help(EXTRACT)
        .arg(
            file(
                "from",
                "FILE",
                "The page to read [default: the one at the API's `page.url`, fetched]",
            )
            .required_unless_present("api"),
        )
        .arg(file("out", "FILE", "The file to write"))
        .arg(file(
            "save",
            "FILE",
            "The file to keep the page in, as it was read",
        ))
        .arg(
            flag(
                "check",
                "Write nothing; exit with 1 where the page states something else than schema.yaml",
            )
            .requires("api")
            .conflicts_with("out"),
        )
        .arg(prose_arg())
        .arg(api_arg(
            "The API that the page is of: its schema.yaml and page.lock are updated",
        ))
}

fn lint_command() -> Clap {
    Clap::new("lint")
        .about("Reports what is wrong with a page, and what its overrides leave wrong")
        .after_help(LINT)
        .arg(file(
            "from",
            "FILE",
            "The page to read; without an API, the page alone",
        ))
        .arg(format_arg(
            Format::ALL.map(Format::name),
            "How to print the findings",
        ))
        .arg(flag("list", "List the lints instead of running them"))
        .arg(api_arg("The API to check [default: all]"))
}

fn diff_command() -> Clap {
    let formats = DiffFormat::ALL.map(DiffFormat::name);
    Clap::new("diff")
        .about("Reports what changed between two pages or schemas, and what of it breaks Rust code")
        .after_help(DIFF)
        .arg(operand("old", "OLD", "The page or schema.yaml as it was"))
        .arg(operand("new", "NEW", "The page or schema.yaml as it is"))
        .arg(format_arg(formats, "How to print the changes"))
}

fn inspect_command() -> Clap {
    Clap::new("inspect")
        .about("Writes an HTML file that shows what each part of a page became, with the findings beside it")
        .after_help(INSPECT)
        .arg(file(
            "out",
            "FILE",
            "The file to write [default: target/inspect/<NAME>.html]",
        ))
        .arg(pages_arg())
        .arg(
            Arg::new("subject")
                .value_name("PAGE|API")
                .required(true)
                .help("The page to read by itself, or the API whose page is read and corrected"),
        )
}

fn export_command() -> Clap {
    Clap::new("export")
        .about("Writes an API's description for tools of other languages")
        .subcommand_required(true)
        .arg_required_else_help(true)
        .disable_help_subcommand(true)
        .subcommand(openapi_command())
        .subcommand(json_schema_command())
        .subcommand(markdown_command())
}

fn markdown_command() -> Clap {
    Clap::new("markdown")
        .about(
            "Writes the reference of an API as a page in our own words, which `extract` reads back",
        )
        .arg(file("out", "FILE", "The file to write [default: stdout]"))
        .arg(api_arg("The API to export").required(true))
}

fn json_schema_command() -> Clap {
    Clap::new("json-schema")
        .about("Writes one type of an API as a JSON Schema, with the types that it needs")
        .arg(file("out", "FILE", "The file to write [default: stdout]"))
        .arg(api_arg("The API to export").required(true))
        .arg(
            Arg::new("type")
                .value_name("TYPE")
                .required(true)
                .help("The type, by its name in Rust"),
        )
}

fn openapi_command() -> Clap {
    Clap::new("openapi")
        .about("Writes an API as an OpenAPI document, whose components are JSON Schemas")
        .after_help(OPENAPI)
        .arg(file("out", "FILE", "The file to write [default: stdout]"))
        .arg(choice(
            "bodies",
            ["json", "form"],
            "The form of the bodies of calls",
        ))
        .arg(choice("openapi", ["3.1", "3.0"], "The version of OpenAPI"))
        .arg(api_arg("The API to export").required(true))
}

fn explain_command() -> Clap {
    Clap::new("explain")
        .about("Explains a lint: what it finds, why it matters, how to fix it")
        .after_help(EXPLAIN)
        .arg(
            Arg::new("code")
                .value_name("CODE")
                .help("The lint, as diagnostics name it: error[CODE] [default: lists all]"),
        )
}

fn flag(id: &'static str, help: &'static str) -> Arg {
    Arg::new(id).long(id).action(ArgAction::SetTrue).help(help)
}

fn file(id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id)
        .long(id)
        .value_name(name)
        .value_parser(value_parser!(PathBuf))
        .help(help)
}

fn operand(id: &'static str, name: &'static str, help: &'static str) -> Arg {
    Arg::new(id)
        .value_name(name)
        .value_parser(value_parser!(PathBuf))
        .required(true)
        .help(help)
}

/// An option with these values, the first of which is the default.
fn choice<const N: usize>(id: &'static str, values: [&'static str; N], help: &'static str) -> Arg {
    Arg::new(id)
        .long(id)
        .value_parser(PossibleValuesParser::new(values))
        .default_value(values.first().copied().unwrap_or_default())
        .help(help)
}

/// The first format is the default.
fn format_arg<const N: usize>(formats: [&'static str; N], help: &'static str) -> Arg {
    Arg::new("format")
        .long("format")
        .value_name("FORMAT")
        .value_parser(PossibleValuesParser::new(formats))
        .default_value(formats.first().copied().unwrap_or_default())
        .help(help)
}

fn pages_arg() -> Arg {
    file(
        "pages",
        "DIR",
        "The folder with pages, <API>.md or <API>.html [default: schema/pages]",
    )
}

fn prose_arg() -> Arg {
    Arg::new("prose")
        .long("prose")
        .value_name("WHAT")
        .value_parser(["keep", "omit"])
        .help("Keep or omit the page's own prose [default: as api.yaml says, else omit]")
}

fn api_arg(help: &'static str) -> Arg {
    Arg::new("api").value_name("API").help(help)
}
