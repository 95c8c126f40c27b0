//! The media types of uploads, by the extension of their file names.

/// The media type of a file that nothing is known about.
const BYTES: &str = "application/octet-stream";

/// The media types of what bots send, as the registry of media types (IANA) names them.
///
/// A server that knows a file by its contents or its name does not look at them; one that does would
/// refuse a photo that is said to be mere bytes. Another type is
/// [set by hand](super::input_file::InputFile::with_media_type).
const MEDIA_TYPES: &[(&str, &[&str])] = &[
    ("application/json", &["json"]),
    ("application/pdf", &["pdf"]),
    ("application/zip", &["zip"]),
    ("audio/aac", &["aac"]),
    ("audio/flac", &["flac"]),
    ("audio/mp4", &["m4a"]),
    ("audio/mpeg", &["mp3"]),
    ("audio/ogg", &["oga", "ogg", "opus"]),
    ("image/gif", &["gif"]),
    ("image/jpeg", &["jpeg", "jpg"]),
    ("image/png", &["png"]),
    ("image/webp", &["webp"]),
    ("text/csv", &["csv"]),
    ("text/html", &["htm", "html"]),
    ("text/plain", &["log", "txt"]),
    ("video/mp4", &["mp4"]),
    ("video/quicktime", &["mov"]),
    ("video/webm", &["webm"]),
];

/// Finds the media type of a file by its name: `image/jpeg` for `Cat.JPG`.
pub(super) fn find_media_type(file_name: &str) -> &'static str {
    let Some((_, extension)) = file_name.rsplit_once('.') else {
        return BYTES;
    };
    let is_same = |known: &&str| known.eq_ignore_ascii_case(extension);
    let mut types = MEDIA_TYPES.iter();
    let found = types.find(|(_, extensions)| extensions.iter().any(is_same));
    found.map_or(BYTES, |(media_type, _)| media_type)
}
