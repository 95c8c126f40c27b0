//! The command line as clap has it: every command, option and help text.

use std::path::PathBuf;

use clap::builder::PossibleValuesParser;
use clap::{Arg, ArgAction, Command as Clap, value_parser};

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

const ABOUT: &str = "\
Compiles the reference page of a bot platform into a typed Rust crate.

    page ──extract──► schema.yaml ──codegen──► generated/        lint: what is wrong with the page

An API is a folder `schema/apis/<API>`; its page is `schema/pages/<API>.md`
or `.html`, which git ignores.";

const AFTER: &str = "\
Exit status: 0 success, 1 something was found, 2 the arguments or the input can't be used.
`cargo xtask diff` has 3 as well: changes that break code.

Try it on the page that comes with the repository:
  cargo xtask lint --from schema/example/page.md";

const CODEGEN: &str = "\
Where a page is not at hand, the committed schema.yaml is used, and the output says so.
Where a page no longer requires what the committed schema did, page.lock records it (`was_required`)
and the constructors still take it, so that code goes on compiling. Of what a page no longer has,
the setters stay for one version (`removed`), deprecated and without effect.
Files are written one by one, each whole or not at all, the schema first and the crate last. After
a run that was killed, --check shows what is left to do, and the next run does it.

The files of an API, in schema/apis/<API>:
  api.yaml        by hand: title, base_url, page.url, extends, names of unions, levels of lints
  overrides.yaml  by hand: corrections of the page, each with its reason
  words.yaml      by hand: the doc texts of the crate
  page.lock       written: version, date and SHA-256 of the page, and what it required before
  schema.yaml     written: what the page states

Exit status: 0 everything is up to date, or was brought up to date; 1 --check finds a difference, or
an error is left; 2 the input can't be read.

Examples:
  cargo xtask codegen                         bring everything up to date
  cargo xtask codegen --check                 what CI runs: show what is out of date
  cargo xtask codegen --pages ~/pages safew   one API, its page in another folder";

const EXPLAIN: &str = "\
Examples:
  cargo xtask explain                         every lint with its level, a line each
  cargo xtask explain type-conflict           what it finds, an example, and the fix";

const EXTRACT: &str = "\
Without API and --out the YAML goes to stdout. What is wrong with the page goes to stderr.
Without --from the page is fetched from the `page.url` of api.yaml. One line sums up how it differs
from the committed schema.

Exit status: 0 it was read, 1 --check finds another schema, 2 the page can't be read or fetched.

Examples:
  cargo xtask extract --from page.md                  print the schema
  cargo xtask extract --from page.md --out demo.yaml  write it to a file
  cargo xtask extract safew --from new-page.md        update schema/apis/safew
  cargo xtask extract telegram                        the same from the page on the web
  cargo xtask extract telegram --check                is the page on the web newer?
  cargo xtask extract telegram --save schema/pages/telegram.html
                                                      keep the page for codegen as well";

const DIFF: &str = "\
A file that ends in .yaml is a schema, any other a page. Wording is no difference.

Exit status: 0 nothing changed, 1 old code still compiles, 3 it may not, 2 the input can't be read.

Examples:
  cargo xtask diff old.html new.html                       what changed
  cargo xtask diff schema/apis/demo/schema.yaml new.md     a page against what is committed
  cargo xtask diff old.html new.html --format markdown     a release note";

const INSPECT: &str = "\
Open the file in a browser: it shows the text of the page, each part in the colour of what it became,
and each finding below its place. It needs no network and runs nothing of the page.

Exit status: 0 it was written, 2 the input can't be read. A page without any method or type is shown
as well, and ends with 2.

Examples:
  cargo xtask inspect schema/example/page.md  one page alone
  cargo xtask inspect safew                   the page of an API, after its overrides
  cargo xtask inspect page.html --out view.html";

const OPENAPI: &str = "\
The document is made of what is committed: the schema with its overrides, and our own texts.

With `--bodies json` a file is a text, an id or a URL; only a method that needs a file has a form.
With `--bodies form` each body is a form, whose parts may be files.

Exit status: 0 it was written, 2 the API can't be read or has errors.

Examples:
  cargo xtask export openapi telegram --out telegram.json
  cargo xtask export openapi safew --bodies form --openapi 3.0";

const LINT: &str = "\
Exit status: 0 no error is left, 1 there is one, 2 the input can't be read.

Examples:
  cargo xtask lint                            every API, after its overrides
  cargo xtask lint --from page.md             one page alone
  cargo xtask lint safew --format json        a JSON object per line and finding";
