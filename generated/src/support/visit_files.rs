//! Finding the files to upload inside the parameters of a request.

use crate::upload::files::Files;
use crate::upload::input_file::InputFile;

/// A value that may contain files to upload.
pub(crate) trait VisitFiles {
    /// Calls `visit` for each file in the value.
    fn visit_files<'a>(&'a self, visit: &mut dyn FnMut(&'a InputFile));
}

impl VisitFiles for InputFile {
    fn visit_files<'a>(&'a self, visit: &mut dyn FnMut(&'a InputFile)) {
        visit(self);
    }
}

impl<T: VisitFiles> VisitFiles for Option<T> {
    fn visit_files<'a>(&'a self, visit: &mut dyn FnMut(&'a InputFile)) {
        self.iter().for_each(|value| value.visit_files(visit));
    }
}

impl<T: VisitFiles> VisitFiles for Vec<T> {
    fn visit_files<'a>(&'a self, visit: &mut dyn FnMut(&'a InputFile)) {
        self.iter().for_each(|value| value.visit_files(visit));
    }
}

impl<T: VisitFiles> VisitFiles for Box<T> {
    fn visit_files<'a>(&'a self, visit: &mut dyn FnMut(&'a InputFile)) {
        (**self).visit_files(visit);
    }
}

impl<'a> Files<'a> {
    /// Adds the file that is the value of the parameter `name`, if it is one.
    pub(crate) fn add_parameter(&mut self, name: &'a str, value: &'a impl VisitFiles) {
        value.visit_files(&mut |file| self.add(name, file));
    }

    /// Adds the files inside the value of a parameter.
    pub(crate) fn add_nested(&mut self, value: &'a impl VisitFiles) {
        value.visit_files(&mut |file| self.attach(file));
    }
}
