//! The files of one request, as parts of a multipart form.

use std::borrow::Cow;

use super::input_file::InputFile;

/// A file of a request, as one part of a multipart form.
#[derive(Clone, Debug, PartialEq)]
pub struct FilePart<'a> {
    /// The name of the part.
    ///
    /// For a file that is the value of a parameter, it is the parameter's name: the part takes the
    /// place of that form field. For a file inside a parameter, it is the file's own
    /// [`name`](InputFile::name), to which the JSON refers as `attach://<name>`.
    pub name: Cow<'a, str>,
    /// The file.
    pub file: &'a InputFile,
}

/// The files of a request, without duplicates.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Files<'a> {
    parts: Vec<FilePart<'a>>,
}

impl<'a> Files<'a> {
    /// Adds a file that is the value of the parameter `name`.
    pub fn add(&mut self, name: &'a str, file: &'a InputFile) {
        self.push_part(Cow::Borrowed(name), file);
    }

    /// Adds a file that is somewhere inside a parameter.
    pub fn attach(&mut self, file: &'a InputFile) {
        self.push_part(Cow::Owned(file.name()), file);
    }

    /// The parts to upload, in the order of the parameters.
    pub fn parts(&self) -> &[FilePart<'a>] {
        &self.parts
    }

    /// Returns true if there are no files, so that the request is sent as JSON.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Returns true if all files can be sent now: none is a reader or a stream that was read.
    pub(crate) fn are_available(&self) -> bool {
        self.parts.iter().all(|part| part.file.is_available())
    }

    fn push_part(&mut self, name: Cow<'a, str>, file: &'a InputFile) {
        let part = FilePart { name, file };
        if !self.parts.contains(&part) {
            self.parts.push(part);
        }
    }
}
