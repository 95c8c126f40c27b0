//! Requests in any of the four encodings in, the parameters and files that they give out.

use axum::body::{Body, Bytes};
use axum::http::HeaderValue;
use axum::http::header::CONTENT_DISPOSITION;
use futures_util::StreamExt;
use multer::{Field, Multipart};
use serde_json::Value;
use sha2::{Digest, Sha256};

use crate::request::{ParamValue, ParsedRequest, Upload, UploadRecord, hex};
use crate::response::Refusal;

/// The largest body without files, and the most that all texts of a form have together, in bytes.
const MOST_TEXT: usize = 64 << 20;

/// Reads a request: its query string, then its body.
///
/// Files are hashed as they stream; of each the first `keep` bytes at most are in memory, and its
/// contents are kept only if they are no more.
pub(crate) async fn parse_request(
    query: Option<&str>,
    content_type: Option<&str>,
    body: Body,
    keep: u64,
) -> Result<ParsedRequest, Refusal> {
    let mut incoming = ParsedRequest::default();
    incoming.add_pairs(query.unwrap_or_default().as_bytes());
    let full = content_type.unwrap_or_default();
    let essence = full.split(';').next().unwrap_or_default().trim();
    match essence.to_ascii_lowercase().as_str() {
        "multipart/form-data" => incoming.add_multipart(full, body, keep).await?,
        "application/x-www-form-urlencoded" => incoming.add_pairs(&read_body(body).await?),
        "application/json" => incoming.add_json(&read_body(body).await?)?,
        other => {
            if !read_body(body).await?.is_empty() {
                let text = format!("a body can't be of the type `{other}`");
                return Err(Refusal::bad_request(text));
            }
        }
    }
    Ok(incoming)
}

/// All of a body. What is too much is read, and not kept.
async fn read_body(body: Body) -> Result<Vec<u8>, Refusal> {
    let mut stream = body.into_data_stream();
    let mut all = Vec::new();
    let mut size = 0;
    while let Some(chunk) = stream.next().await {
        let chunk = chunk.map_err(|error| Refusal::bad_request(format_args!("{error}")))?;
        size += chunk.len();
        if size <= MOST_TEXT {
            all.extend_from_slice(&chunk);
        }
    }
    if size > MOST_TEXT {
        return Err(too_large());
    }
    Ok(all)
}

fn too_large() -> Refusal {
    Refusal::new(413, "Request Entity Too Large")
}

impl ParsedRequest {
    fn add_pairs(&mut self, text: &[u8]) {
        let pairs = form_urlencoded::parse(text).into_owned();
        let pairs = pairs.map(|(name, value)| (name, ParamValue::Text(value)));
        self.params.extend(pairs);
    }

    fn add_json(&mut self, text: &[u8]) -> Result<(), Refusal> {
        if text.is_empty() {
            return Ok(());
        }
        let wrong = |why: String| Refusal::bad_request(format_args!("can't parse JSON: {why}"));
        let value = serde_json::from_slice(text).map_err(|error| wrong(error.to_string()))?;
        let Value::Object(members) = value else {
            return Err(wrong("it is no object".to_owned()));
        };
        let members = members.into_iter();
        let params = members.map(|(name, value)| (name, ParamValue::Json(value)));
        self.params.extend(params);
        Ok(())
    }

    /// Reads a form, and then what may be left of the body: a client that is not done with
    /// sending finds the connection open.
    async fn add_multipart(
        &mut self,
        content_type: &str,
        body: Body,
        keep: u64,
    ) -> Result<(), Refusal> {
        let mut stream = body.into_data_stream();
        let read = match multer::parse_boundary(content_type) {
            Ok(boundary) => {
                let form = Multipart::new(&mut stream, boundary);
                self.add_parts(form, keep).await
            }
            Err(error) => Err(form_refusal(error)),
        };
        while let Some(Ok(_)) = stream.next().await {}
        read
    }

    async fn add_parts(&mut self, mut form: Multipart<'_>, keep: u64) -> Result<(), Refusal> {
        let mut left = MOST_TEXT;
        while let Some(part) = form.next_field().await.map_err(form_refusal)? {
            let Some(name) = part.name().map(str::to_owned) else {
                return Err(Refusal::bad_request("a part of the form has no name"));
            };
            if part.file_name().is_some() {
                let file = read_upload(name, part, keep).await.map_err(form_refusal)?;
                self.files.push(file);
                continue;
            }
            let text = read_text(part, &mut left).await?;
            self.params.push((name, ParamValue::Text(text)));
        }
        Ok(())
    }
}

fn form_refusal(error: multer::Error) -> Refusal {
    Refusal::bad_request(format_args!("can't parse the form: {error}"))
}

async fn read_text(mut part: Field<'_>, left: &mut usize) -> Result<String, Refusal> {
    let mut bytes = Vec::new();
    while let Some(chunk) = part.chunk().await.map_err(form_refusal)? {
        *left = left.checked_sub(chunk.len()).ok_or_else(too_large)?;
        bytes.extend_from_slice(&chunk);
    }
    String::from_utf8(bytes).map_err(|_| Refusal::bad_request("texts must be encoded in UTF-8"))
}

async fn read_upload(
    name: String,
    mut part: Field<'_>,
    keep: u64,
) -> Result<Upload, multer::Error> {
    let file_name = file_name(&part);
    let mime_type = part.content_type().map(ToString::to_string);
    let mut content = Content::default();
    while let Some(chunk) = part.chunk().await? {
        content.add_chunk(&chunk, keep);
    }
    Ok(Upload {
        file: UploadRecord {
            name,
            file_name,
            file_size: content.size,
            sha256: hex(&content.hash.finalize()),
        },
        mime_type,
        contents: content.kept.map(Bytes::from),
    })
}

/// The name of a file. Some clients write no quotes around it, though it has blanks; the real server
/// reads `filename=my cat.png` to the next semicolon.
fn file_name(part: &Field<'_>) -> String {
    let header = part.headers().get(CONTENT_DISPOSITION);
    let header = String::from_utf8_lossy(header.map_or(b"", HeaderValue::as_bytes));
    let bare = header.split_once("filename=").map(|(_, value)| value);
    let bare = bare.filter(|value| !value.starts_with('"'));
    let bare = bare
        .and_then(|value| value.split(';').next())
        .map(str::trim);
    bare.or(part.file_name()).unwrap_or_default().to_owned()
}

/// The contents of a file as they stream in.
struct Content {
    size: u64,
    hash: Sha256,
    /// The contents so far, while they are few enough to be kept.
    kept: Option<Vec<u8>>,
}

impl Default for Content {
    fn default() -> Self {
        Self {
            size: 0,
            hash: Sha256::new(),
            kept: Some(Vec::new()),
        }
    }
}

impl Content {
    fn add_chunk(&mut self, chunk: &[u8], keep: u64) {
        self.size += chunk.len() as u64;
        self.hash.update(chunk);
        if self.size > keep {
            self.kept = None;
        }
        if let Some(kept) = &mut self.kept {
            kept.extend_from_slice(chunk);
        }
    }
}
