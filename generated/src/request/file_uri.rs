//! A file that the server reads itself, from a disk that both share.

use std::io;
use std::path::{self, Path};

/// The `file://` URI of a file, for a Bot API server of your own on the same machine: it reads the
/// file itself, and nothing is uploaded.
///
/// Such a URI goes wherever a `file_id` or a URL does:
///
/// ```
/// let cat = generated::file_uri("/srv/photos/my cat.jpg")?;
/// assert_eq!(cat, "file:///srv/photos/my%20cat.jpg");
/// # Ok::<(), std::io::Error>(())
/// ```
///
/// # Errors
///
/// Where the path is empty or no text, or is relative and the current folder is not known.
pub fn file_uri(path: impl AsRef<Path>) -> io::Result<String> {
    let path = path::absolute(path)?;
    let not_text = || io::Error::new(io::ErrorKind::InvalidInput, "the path is no text");
    let path = path.to_str().ok_or_else(not_text)?;
    let path = match path::MAIN_SEPARATOR {
        '/' => path.to_owned(),
        separator => format!("/{}", path.replace(separator, "/")),
    };
    Ok(format!("file://{}", escaped(&path)))
}

/// A path as a URL has it: all but letters, digits and what is harmless there is escaped.
pub(crate) fn escaped(path: &str) -> String {
    let byte = |byte: u8| match byte {
        b'A'..=b'Z' | b'a'..=b'z' | b'0'..=b'9' => char::from(byte).to_string(),
        b'-' | b'.' | b'_' | b'~' | b'/' | b':' => char::from(byte).to_string(),
        byte => format!("%{byte:02X}"),
    };
    path.bytes().map(byte).collect()
}
