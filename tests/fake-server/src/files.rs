//! The files of a bot: uploads in, identifiers out, and the files again by those.

use std::collections::VecDeque;

use bytes::Bytes;
use serde::Serialize;

use crate::request::Upload;

/// The identifier of the file that samples speak of. It is always there.
pub(crate) const EXAMPLE_FILE: &str = "sample-file";
/// The contents of that file.
const EXAMPLE_CONTENTS: &[u8] = b"a sample\n";
/// The most contents that are kept for a bot, in bytes; of older files only the size is.
const MOST_BYTES: usize = 256 << 20;
/// The most files that are kept for a bot.
const MOST_FILES: usize = 10_000;
/// The number of characters of a hash in an identifier.
const SHORT: usize = 16;
/// The longest ending of a file's name that its path keeps.
const LONGEST_ENDING: usize = 10;

/// A file that a bot uploaded, or that a test put there.
#[derive(Clone, Debug, PartialEq, Eq, Serialize)]
pub struct StoredFile {
    /// The identifier that the bot can send it by.
    pub file_id: String,
    /// An identifier that is the same for the same contents.
    pub file_unique_id: String,
    /// Its size in bytes.
    pub file_size: u64,
    /// The path that it can be fetched from, behind `/file/bot<token>/`.
    pub file_path: String,
    /// The name that the client gave it.
    pub file_name: String,
    /// Its media type, where it is known.
    pub mime_type: Option<String>,
    /// Its contents, unless they were too big to keep.
    #[serde(skip)]
    pub contents: Option<Bytes>,
}

/// The files of a bot, the oldest first.
#[derive(Debug, Default)]
pub(crate) struct Files {
    all: VecDeque<StoredFile>,
    count: u64,
    kept: usize,
}

impl Files {
    /// Remembers an upload.
    pub(crate) fn add(&mut self, upload: &Upload) -> StoredFile {
        let hash: String = upload.file.sha256.chars().take(SHORT).collect();
        let file_id = format!("file-{}-{hash}", self.count + 1);
        self.add_as(&file_id, upload)
    }

    /// Remembers a file under an identifier of its own; one of the same identifier is replaced.
    pub(crate) fn add_as(&mut self, file_id: &str, upload: &Upload) -> StoredFile {
        self.count += 1;
        let number = self.count;
        let stored = StoredFile {
            file_id: file_id.to_owned(),
            file_unique_id: upload.file.sha256.chars().take(SHORT).collect(),
            file_size: upload.file.file_size,
            file_path: format!("files/file_{number}{}", file_ending(&upload.file.file_name)),
            file_name: upload.file.file_name.clone(),
            mime_type: upload.mime_type.clone(),
            contents: upload.contents.clone(),
        };
        self.keep_file(stored.clone());
        stored
    }

    /// The newest file of this identifier.
    pub(crate) fn by_id(&self, file_id: &str) -> Option<StoredFile> {
        let mut newest = self.all.iter().rev();
        let found = newest.find(|file| file.file_id == file_id).cloned();
        found.or_else(|| (file_id == EXAMPLE_FILE).then(sample_file))
    }

    /// The file at this path.
    pub(crate) fn by_path(&self, path: &str) -> Option<StoredFile> {
        let found = self.all.iter().find(|file| file.file_path == path).cloned();
        found.or_else(|| Some(sample_file()).filter(|file| file.file_path == path))
    }

    fn keep_file(&mut self, file: StoredFile) {
        self.kept += kept_size(&file);
        self.all.push_back(file);
        while self.all.len() > MOST_FILES {
            let oldest = self.all.pop_front();
            self.kept -= oldest.as_ref().map(kept_size).unwrap_or_default();
        }
        let mut oldest = self.all.iter_mut();
        while self.kept > MOST_BYTES {
            let Some(file) = oldest.next() else { break };
            self.kept -= kept_size(file);
            file.contents = None;
        }
    }
}

fn kept_size(file: &StoredFile) -> usize {
    file.contents.as_ref().map_or(0, Bytes::len)
}

fn sample_file() -> StoredFile {
    StoredFile {
        file_id: EXAMPLE_FILE.to_owned(),
        file_unique_id: "sample".to_owned(),
        file_size: EXAMPLE_CONTENTS.len() as u64,
        file_path: "files/sample.txt".to_owned(),
        file_name: "sample.txt".to_owned(),
        mime_type: Some("text/plain".to_owned()),
        contents: Some(Bytes::from_static(EXAMPLE_CONTENTS)),
    }
}

/// The ending of a file's name with its dot, where it is plain.
fn file_ending(file_name: &str) -> String {
    match file_name.rsplit_once('.') {
        Some((_, end)) if is_plain(end) => format!(".{}", end.to_lowercase()),
        _ => String::new(),
    }
}

fn is_plain(end: &str) -> bool {
    (1..=LONGEST_ENDING).contains(&end.len()) && end.chars().all(|c| c.is_ascii_alphanumeric())
}
