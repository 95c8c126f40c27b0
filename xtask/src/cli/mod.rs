//! The command line: arguments in, a [`Command`] or a text for the user out.

use std::ffi::OsString;
use std::path::PathBuf;

use clap::ArgMatches;
use generator::openapi::{Bodies, Options, Version};
use schema::manifest::Prose;

use crate::render::{DiffFormat, Format};

mod help;
mod program;

/// A command with its options.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Command {
    /// Pages → schemas → crate.
    Codegen(Codegen),
    /// A page → its schema.
    Extract(Extract),
    /// A page or an API → findings.
    Lint(Lint),
    /// Two pages or schemas → what changed.
    Diff(Diff),
    /// A page → a view of what each part of it became.
    Inspect(Inspect),
    /// An API → a description of it for tools of other languages.
    Export(Export),
    /// A lint's documentation.
    Explain {
        /// The lint; all of them where there is none.
        code: Option<String>,
    },
}

/// The options of `codegen`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Codegen {
    /// Compare only.
    pub check: bool,
    /// The folder of the pages.
    pub pages: Option<PathBuf>,
    /// Keep or omit the pages' prose, whatever the manifests say.
    pub prose: Option<Prose>,
    /// The APIs; all of them where there are none.
    pub apis: Vec<String>,
}

/// The options of `extract`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Extract {
    /// The API that the page is of.
    pub api: Option<String>,
    /// The page; the one at the URL in the API's manifest where there is none.
    pub from: Option<PathBuf>,
    /// The file to write.
    pub out: Option<PathBuf>,
    /// The file to keep the page in.
    pub save: Option<PathBuf>,
    /// Compare only.
    pub check: bool,
    /// Keep or omit the page's prose, whatever the manifest says.
    pub prose: Option<Prose>,
}

/// The options of `lint`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Lint {
    /// The API; all of them where there is neither this nor `from`.
    pub api: Option<String>,
    /// The page.
    pub from: Option<PathBuf>,
    /// The output format.
    pub format: Format,
    /// List the lints instead of running them.
    pub list: bool,
}

/// The options of `diff`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Diff {
    /// The page or schema as it was.
    pub old: PathBuf,
    /// The page or schema as it is.
    pub new: PathBuf,
    /// The output format.
    pub format: DiffFormat,
}

/// The options of `inspect`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Inspect {
    /// An API, or the path of a page.
    pub subject: String,
    /// The file to write.
    pub out: Option<PathBuf>,
    /// The folder of the pages.
    pub pages: Option<PathBuf>,
}

/// The options of `export`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Export {
    /// The API.
    pub api: String,
    /// The form to write it in.
    pub target: ExportTarget,
    /// The file to write.
    pub out: Option<PathBuf>,
}

/// The forms in which an API is exported.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExportTarget {
    /// An OpenAPI document.
    OpenApi(Options),
    /// A page in our own words.
    Markdown,
    /// The JSON Schema of the type of this name.
    JsonSchema(String),
}

/// The result of reading the arguments.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Parsed {
    /// A command to run.
    Command(Command),
    /// The help that was asked for.
    Help(String),
    /// The reason that the arguments can't be used.
    Misused(String),
}

/// Reads a command line, the program's name first.
pub fn parse(args: impl IntoIterator<Item = OsString>) -> Parsed {
    match program::program().try_get_matches_from(args) {
        Ok(matches) => match read_command(&matches) {
            Some(command) => Parsed::Command(command),
            None => Parsed::Misused(program::program().render_help().to_string()),
        },
        Err(error) if error.use_stderr() => Parsed::Misused(error.to_string()),
        Err(error) => Parsed::Help(error.to_string()),
    }
}

fn read_command(matches: &ArgMatches) -> Option<Command> {
    let (name, matches) = matches.subcommand()?;
    Some(match name {
        "codegen" => Command::Codegen(Codegen {
            check: matches.get_flag("check"),
            pages: read_path(matches, "pages"),
            prose: read_prose(matches),
            apis: matches
                .get_many("api")
                .map_or_else(Vec::new, |apis| apis.cloned().collect()),
        }),
        "extract" => Command::Extract(Extract {
            api: read_text(matches, "api"),
            from: read_path(matches, "from"),
            out: read_path(matches, "out"),
            save: read_path(matches, "save"),
            check: matches.get_flag("check"),
            prose: read_prose(matches),
        }),
        "lint" => Command::Lint(Lint {
            api: read_text(matches, "api"),
            from: read_path(matches, "from"),
            format: Format::named(&read_text(matches, "format")?)?,
            list: matches.get_flag("list"),
        }),
        "diff" => Command::Diff(Diff {
            old: read_path(matches, "old")?,
            new: read_path(matches, "new")?,
            format: DiffFormat::named(&read_text(matches, "format")?)?,
        }),
        "inspect" => Command::Inspect(Inspect {
            subject: read_text(matches, "subject")?,
            out: read_path(matches, "out"),
            pages: read_path(matches, "pages"),
        }),
        "export" => Command::Export(read_export(matches)?),
        "explain" => Command::Explain {
            code: read_text(matches, "code"),
        },
        _ => return None,
    })
}

fn read_export(matches: &ArgMatches) -> Option<Export> {
    let (target, matches) = matches.subcommand()?;
    Some(Export {
        api: read_text(matches, "api")?,
        target: match target {
            "openapi" => ExportTarget::OpenApi(Options {
                bodies: match read_text(matches, "bodies")?.as_str() {
                    "form" => Bodies::Form,
                    _ => Bodies::Json,
                },
                version: match read_text(matches, "openapi")?.as_str() {
                    "3.0" => Version::V3_0,
                    _ => Version::V3_1,
                },
            }),
            "markdown" => ExportTarget::Markdown,
            _ => ExportTarget::JsonSchema(read_text(matches, "type")?),
        },
        out: read_path(matches, "out"),
    })
}

fn read_text(matches: &ArgMatches, id: &str) -> Option<String> {
    matches.get_one(id).cloned()
}

fn read_path(matches: &ArgMatches, id: &str) -> Option<PathBuf> {
    matches.get_one(id).cloned()
}

fn read_prose(matches: &ArgMatches) -> Option<Prose> {
    read_text(matches, "prose").map(|word| match word.as_str() {
        "keep" => Prose::Keep,
        _ => Prose::Omit,
    })
}
