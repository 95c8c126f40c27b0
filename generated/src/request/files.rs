//! The files of one request: in come its parameters, out goes a list of parts to upload.

use std::borrow::Cow;

use super::input_file::InputFile;

/// A file that goes with a request, as one part of a multipart form.
#[derive(Clone, Debug, PartialEq)]
pub struct Part<'a> {
    /// The part's name. That of a parameter where the file is the parameter itself: the part
    /// then takes the place of the form field of that name. Otherwise the file's own
    /// [`name`](InputFile::name), which the JSON refers to as `attach://<name>`.
    pub name: Cow<'a, str>,
    /// The file.
    pub file: &'a InputFile,
}

/// The files that go with a request, each once.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Files<'a> {
    parts: Vec<Part<'a>>,
}

impl<'a> Files<'a> {
    /// The files of a request.
    pub fn of(request: &'a impl crate::Request) -> Self {
        let mut files = Self::default();
        request.files(&mut files);
        files
    }

    /// Adds a file that is the value of the parameter `name`.
    pub fn add(&mut self, name: &'a str, file: &'a InputFile) {
        self.push(Cow::Borrowed(name), file);
    }

    /// Adds a file that lies somewhere inside a parameter.
    pub fn attach(&mut self, file: &'a InputFile) {
        self.push(Cow::Owned(file.name()), file);
    }

    /// The parts to upload, in the order of the parameters.
    pub fn parts(&self) -> &[Part<'a>] {
        &self.parts
    }

    /// Whether there is nothing to upload, so that the JSON body says it all.
    pub fn is_empty(&self) -> bool {
        self.parts.is_empty()
    }

    /// Whether all of them can still be sent.
    pub(crate) fn are_there(&self) -> bool {
        self.parts.iter().all(|part| part.file.is_there())
    }

    fn push(&mut self, name: Cow<'a, str>, file: &'a InputFile) {
        let part = Part { name, file };
        if !self.parts.contains(&part) {
            self.parts.push(part);
        }
    }
}
