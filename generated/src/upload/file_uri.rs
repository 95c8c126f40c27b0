//! `file://` URIs: files that the server reads itself, from a disk that it shares with the bot.

use std::io;
use std::path::{self, Path};

/// Converts a path to a `file://` URI, for your own Bot API server on the same machine: the server
/// reads the file itself, and nothing is uploaded.
///
/// Pass the URI wherever a `file_id` or a URL is accepted.
///
/// ```
/// let cat = generated::file_uri("/srv/photos/my cat.jpg")?;
/// assert_eq!(cat, "file:///srv/photos/my%20cat.jpg");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Returns an error if the path is empty or is not valid UTF-8, or if it is relative and the
/// current folder is unknown.
pub fn file_uri(path: impl AsRef<Path>) -> io::Result<String> {
    let absolute = path::absolute(path)?;
    let path = absolute
        .to_str()
        .ok_or_else(|| io::Error::new(io::ErrorKind::InvalidInput, "the path is no text"))?;
    if path::MAIN_SEPARATOR == '/' {
        return Ok(format!("file://{}", percent_encode(path)));
    }
    let path = path.replace(path::MAIN_SEPARATOR, "/");
    Ok(format!("file:///{}", percent_encode(&path)))
}

/// Escapes a path for use in a URL: everything but letters, digits and `-._~/:`.
pub(crate) fn percent_encode(path: &str) -> String {
    path.bytes().map(encode_byte).collect()
}

fn encode_byte(byte: u8) -> String {
    match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
        b'-' | b'.' | b'_' | b'~' | b'/' | b':' => char::from(byte).to_string(),
        _ => format!("%{byte:02X}"),
    }
}
