//! Finding the files inside a parameter.

use crate::upload::files::Files;
use crate::upload::input_file::InputFile;

/// A value that may hold files to upload.
pub(crate) trait Attach {
    /// Calls `found` for each file in the value.
    fn each<'a>(&'a self, found: &mut dyn FnMut(&'a InputFile));
}

impl Attach for InputFile {
    fn each<'a>(&'a self, found: &mut dyn FnMut(&'a InputFile)) {
        found(self);
    }
}

impl<T: Attach> Attach for Option<T> {
    fn each<'a>(&'a self, found: &mut dyn FnMut(&'a InputFile)) {
        self.iter().for_each(|value| value.each(found));
    }
}

impl<T: Attach> Attach for Vec<T> {
    fn each<'a>(&'a self, found: &mut dyn FnMut(&'a InputFile)) {
        self.iter().for_each(|value| value.each(found));
    }
}

impl<T: Attach> Attach for Box<T> {
    fn each<'a>(&'a self, found: &mut dyn FnMut(&'a InputFile)) {
        (**self).each(found);
    }
}

impl<'a> Files<'a> {
    /// Takes the file that a parameter is.
    pub(crate) fn param(&mut self, name: &'a str, value: &'a impl Attach) {
        value.each(&mut |file| self.add(name, file));
    }

    /// Takes the files that lie somewhere inside a parameter.
    pub(crate) fn within(&mut self, value: &'a impl Attach) {
        value.each(&mut |file| self.attach(file));
    }
}
