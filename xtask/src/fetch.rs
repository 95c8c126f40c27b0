//! A page on the web: its URL in, its bytes and their declared format out.
//!
//! The server is not trusted: its time, the bytes that it sends and its redirects are limited, and it
//! has to declare a text.

use std::time::Duration;

use reader::Format;
use ureq::http::Response;
use ureq::http::header::CONTENT_TYPE;
use ureq::{Agent, Body, Error, ResponseExt};

/// The accepted formats.
const ACCEPT: &str = "text/markdown, text/html, text/plain;q=0.9";

/// The limits of a download.
#[derive(Clone, Copy, Debug)]
pub struct Limits {
    /// The time to connect in.
    pub connect: Duration,
    /// The time for all, redirects and body included.
    pub whole: Duration,
    /// The bytes of a page.
    pub bytes: u64,
    /// The redirects on the way to it.
    pub redirects: u32,
}

impl Default for Limits {
    /// Ten seconds to connect, a minute for all, 32 MiB and five redirects.
    fn default() -> Self {
        Self {
            connect: Duration::from_secs(10),
            whole: Duration::from_secs(60),
            bytes: 32 << 20,
            redirects: 5,
        }
    }
}

/// The answer of a server.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Answer {
    /// The page.
    pub bytes: Vec<u8>,
    /// Its format, where the URL or the server declare one.
    pub format: Option<Format>,
}

/// Fetches a page. Only `http` and `https` are spoken, and what began as `https` stays so.
///
/// # Errors
///
/// Why the page can't be had, in a few words that don't repeat the URL.
pub fn get(url: &str, limits: &Limits) -> Result<Answer, String> {
    let scheme = url.split_once("://").map(|(scheme, _)| scheme);
    if !matches!(scheme, Some("http" | "https")) {
        return Err("it is no `http://` or `https://` URL".to_owned());
    }
    let agent = build_agent(scheme == Some("https"), limits);
    let response = agent.get(url).header("Accept", ACCEPT).call();
    let mut response = response.map_err(|error| describe_error(&error, limits))?;
    let format = check_response(&response)?;
    let body = response.body_mut().with_config().limit(limits.bytes);
    let bytes = body
        .read_to_vec()
        .map_err(|error| describe_error(&error, limits))?;
    Ok(Answer { bytes, format })
}

fn build_agent(https_only: bool, limits: &Limits) -> Agent {
    let config = Agent::config_builder()
        .https_only(https_only)
        .http_status_as_error(false)
        .max_redirects(limits.redirects)
        .timeout_connect(Some(limits.connect))
        .timeout_global(Some(limits.whole));
    config.build().new_agent()
}

/// The format of what was sent, once its status and its type say that it is a page.
fn check_response(response: &Response<Body>) -> Result<Option<Format>, String> {
    let status = response.status();
    if status != 200 {
        return Err(format!("the server answers {status}"));
    }
    let by_name = Format::named(response.get_uri().path());
    let Some(kind) = response.headers().get(CONTENT_TYPE) else {
        return Ok(by_name);
    };
    let kind = String::from_utf8_lossy(kind.as_bytes()).to_ascii_lowercase();
    match kind.split(';').next().unwrap_or_default().trim() {
        "text/html" | "application/xhtml+xml" => Ok(Some(Format::Html)),
        "text/markdown" | "text/x-markdown" => Ok(Some(Format::Markdown)),
        text if text.starts_with("text/") => Ok(by_name),
        other => Err(format!("the server sends `{other}`, which is no page")),
    }
}

fn describe_error(error: &Error, limits: &Limits) -> String {
    match error {
        Error::Timeout(_) => {
            let Limits { connect, whole, .. } = limits;
            format!("it takes too long: {connect:?} to connect and {whole:?} in all are the most")
        }
        Error::BodyExceedsLimit(_) => format!("it is longer than {} bytes", limits.bytes),
        Error::TooManyRedirects => format!("it redirects more than {} times", limits.redirects),
        Error::RequireHttpsOnly(_) => "it redirects from `https` to `http`".to_owned(),
        Error::HostNotFound => "there is no such host, or no network".to_owned(),
        Error::Io(error) => error.to_string(),
        other => other.to_string(),
    }
}
