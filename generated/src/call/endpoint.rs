//! The verb and the path of a method, and the parameters that are not in its body.

/// The HTTP form of a method, where it is not that of all methods of its API.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Endpoint {
    pub(crate) verb: &'static str,
    pub(crate) path: Option<&'static str>,
    pub(crate) query: &'static [&'static str],
    pub(crate) is_read_only: bool,
}

impl Endpoint {
    /// A method that is called by `POST`, and has all its parameters in the body.
    pub const POST: Self = Self::new("POST");

    /// Creates the form of a method that is called by a verb, such as `GET`, and has no parameters but
    /// those of its body.
    pub const fn new(verb: &'static str) -> Self {
        Self {
            verb,
            path: None,
            query: &[],
            is_read_only: false,
        }
    }

    /// Sets the path, in which `{id}` stands for the parameter of that name in JSON.
    #[must_use]
    pub const fn with_path(self, path: &'static str) -> Self {
        let path = Some(path);
        Self { path, ..self }
    }

    /// Sets the parameters that stand in the query of the URL, by their names in JSON.
    #[must_use]
    pub const fn with_query(self, query: &'static [&'static str]) -> Self {
        Self { query, ..self }
    }

    /// Marks a method that changes nothing, so that calling it twice is harmless. A method whose name
    /// begins with `get` needs no mark.
    #[must_use]
    pub const fn read_only(self) -> Self {
        Self {
            is_read_only: true,
            ..self
        }
    }

    /// Checks whether some parameters may be in the URL.
    pub(crate) fn has_url_params(&self) -> bool {
        !self.query.is_empty() || self.path.is_some_and(|path| path.contains('{'))
    }
}
