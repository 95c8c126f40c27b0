//! Pages on disk or on the web: a folder, a path or a URL in, the page as it was read out.

use std::fs;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use reader::Format;
use reader::dialect::{self, Dialects};
use reader::page::Page;
use schema::load::{ApiFolder, io_error};
use schema::source::Source;
use schema::{Diagnostic, ty};
use sha2::{Digest, Sha256};

use crate::error::CommandError;
use crate::fetch::{self, Limits};
use crate::workspace::{PAGES, Workspace};

/// The endings of a page's file name, in the order in which they are looked for.
const ENDINGS: &[&str] = &["md", "html"];

/// A page with the fingerprint of its bytes.
#[derive(Clone, Debug)]
pub struct Fetched {
    /// The page as it was read.
    pub page: Page,
    /// The SHA-256 of the page's bytes, in hexadecimal.
    pub sha256: String,
}

/// The folder that holds the pages: the one given, or the workspace's own.
///
/// # Errors
///
/// If a folder was given and is none. The workspace's own need not be there.
pub fn find_folder(workspace: &Workspace, given: Option<&Path>) -> Result<PathBuf, CommandError> {
    match given {
        None => Ok(workspace.root().join(PAGES)),
        Some(given) if given.is_dir() => Ok(given.to_owned()),
        Some(given) => {
            let error = Diagnostic::input_error(format!("`{}` is not a folder", given.display()));
            Err(error
                .help("`--pages` takes a folder that holds `<API>.md` or `<API>.html`")
                .into())
        }
    }
}

/// The page of an API in a folder, where there is one.
pub fn find_page(folder: &Path, api: &str) -> Option<PathBuf> {
    let named = |ending: &&str| folder.join(format!("{api}.{ending}"));
    ENDINGS.iter().map(named).find(|path| path.is_file())
}

/// Reads a page, of an API as its folder says; `shown` is the path that diagnostics show.
///
/// # Errors
///
/// If the file can't be read, or no reader makes anything of it.
pub fn read_page(
    api: &str,
    path: &Path,
    shown: String,
    folder: Option<&ApiFolder>,
) -> Result<Fetched, CommandError> {
    let bytes = fs::read(path).map_err(|error| io_error("read", &shown, &error))?;
    let dialects = folder.map(find_dialects).transpose()?;
    read_bytes(api, bytes, shown, None, dialects.as_ref())
}

/// Fetches the page at the URL that an API's manifest records.
///
/// # Errors
///
/// If it records none, where the page can't be had, or no reader makes anything of it.
pub fn download_page(api: &ApiFolder, limits: &Limits) -> Result<Fetched, CommandError> {
    let name = &api.name;
    let help = format!("save the page and say `cargo xtask extract {name} --from FILE`");
    let Some(url) = &api.manifest.value.page.url else {
        let manifest = api.manifest.source.name();
        let error = Diagnostic::input_error(format!(
            "`{manifest}` records no URL to fetch the page from"
        ));
        return Err(error
            .help(format!("add `url:` below `page:`, or {help}"))
            .into());
    };
    let answer = fetch::get(url, limits).map_err(|cause| {
        Diagnostic::input_error(format!("can't fetch `{url}`: {cause}")).help(help)
    })?;
    let dialects = find_dialects(api)?;
    read_bytes(
        name,
        answer.bytes,
        url.clone(),
        answer.format,
        Some(&dialects),
    )
}

/// The dialects in which an API's page is, as its files say.
fn find_dialects(api: &ApiFolder) -> Result<Dialects, CommandError> {
    let (manifest, file) = (&api.manifest, &api.dialect);
    let reads = &manifest.value.reads;
    let mut bad = dialect::check_reads(reads, &manifest.source);
    bad.extend(dialect::check_dialect(&file.value, &file.source));
    if bad.is_empty() {
        Ok(Dialects::of(reads, Some(&file.value)))
    } else {
        Err(CommandError::Unreadable(bad))
    }
}

/// Reads the bytes of a page; `format` is their declared format, where there is one.
fn read_bytes(
    api: &str,
    bytes: Vec<u8>,
    shown: String,
    format: Option<Format>,
    dialects: Option<&Dialects>,
) -> Result<Fetched, CommandError> {
    let sha256 = hash_bytes(&bytes);
    let source = decode_text(bytes, shown)?;
    let format = format.unwrap_or_else(|| Format::of(&source));
    let dialects = dialects.unwrap_or_else(|| Dialects::built_in());
    let page = reader::read_in(api, &source, format, dialects).map_err(CommandError::Unreadable)?;
    Ok(Fetched { page, sha256 })
}

fn decode_text(bytes: Vec<u8>, shown: String) -> Result<Arc<Source>, CommandError> {
    match String::from_utf8(bytes) {
        Ok(text) => Ok(Source::new(shown, text)),
        Err(error) => {
            let good = error.utf8_error().valid_up_to();
            let lines = error.as_bytes().iter().take(good).filter(|&&b| b == b'\n');
            let line = lines.count() + 1;
            let message = format!("`{shown}` is not UTF-8: line {line} has a byte that is no text");
            Err(Diagnostic::input_error(message).into())
        }
    }
}

/// The SHA-256 of bytes, in hexadecimal.
pub(crate) fn hash_bytes(bytes: &[u8]) -> String {
    let digest = Sha256::digest(bytes);
    digest.iter().map(|byte| format!("{byte:02x}")).collect()
}

/// The name that a page bears which is no API's: its file's, made an identifier.
pub fn name_from_path(path: &Path) -> String {
    let stem = path
        .file_stem()
        .map(|stem| stem.to_string_lossy().to_lowercase());
    let safe = |c: char| if c.is_ascii_alphanumeric() { c } else { '_' };
    let name: String = stem
        .iter()
        .flat_map(|stem| stem.chars())
        .map(safe)
        .collect();
    let name = name.trim_start_matches(|c: char| !c.is_ascii_alphabetic());
    if ty::is_identifier(name) {
        name.to_owned()
    } else {
        "page".to_owned()
    }
}
