//! The templates of URLs.

use std::borrow::Cow;

/// The URLs of an API's methods and files, as templates.
///
/// In that of a method, `{base}` stands for the server, `{token}` for the bot's token, `{method}` for
/// the method's name, and `{path}` for its path or, where it has none, its name. In that of a file,
/// `{path}` is the path that the server stated.
///
#[cfg_attr(feature = "telegram", doc = "```")]
#[cfg_attr(not(feature = "telegram"), doc = "```ignore")]
/// use generated::Urls;
/// use generated::telegram::{Bot, Telegram};
///
/// # fn example<T>(bot: Bot<T>, is_test: bool) -> Bot<T> {
/// // Telegram's test environment, which allows Web Apps at `http://localhost`.
/// let bot = if is_test { bot.with_urls(Telegram::TEST) } else { bot };
/// // The same, written out.
/// let urls = Urls::new("{base}/bot{token}/test/{method}")
///     .with_files("{base}/file/bot{token}/test/{path}");
/// bot.with_urls(urls)
/// # }
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Urls {
    pub(crate) method: &'static str,
    pub(crate) file: Option<&'static str>,
}

impl Urls {
    /// Creates templates with that of a method, and without downloads.
    pub const fn new(method: &'static str) -> Self {
        let file = None;
        Self { method, file }
    }

    /// Sets the template of a file.
    #[must_use]
    pub const fn with_files(self, file: &'static str) -> Self {
        let file = Some(file);
        Self { file, ..self }
    }
}

/// Puts values in place of the placeholders of a template; one without a value stays.
///
/// A path is joined by one slash, whether it begins with one or not: `{base}/v3/{path}` and the path
/// `/notes` give `…/v3/notes`.
pub(crate) fn expand<'v>(
    template: &str,
    value_of: impl Fn(&str) -> Option<Cow<'v, str>>,
) -> String {
    let mut text = String::with_capacity(template.len() + 64);
    let mut rest = template;
    while let Some((before, after)) = rest.split_once('{') {
        text.push_str(before);
        let (name, after) = after.split_once('}').unwrap_or((after, ""));
        match value_of(name) {
            Some(value) if text.ends_with('/') => text.push_str(value.trim_start_matches('/')),
            Some(value) if name == "path" && !text.ends_with('=') => {
                text.push('/');
                text.push_str(value.trim_start_matches('/'));
            }
            Some(value) => text.push_str(&value),
            None => text.extend(["{", name, "}"]),
        }
        rest = after;
    }
    text.push_str(rest);
    text
}

#[cfg(test)]
mod tests {
    use super::expand;

    fn expand_with(template: &str, path: &'static str) -> String {
        expand(template, |name| match name {
            "base" => Some("http://h".into()),
            "path" => Some(path.into()),
            _ => None,
        })
    }

    #[test]
    fn a_path_is_joined_by_one_slash() {
        for (template, path) in [
            ("{base}/v3/{path}", "notes"),
            ("{base}/v3/{path}", "/notes"),
            ("{base}/v3{path}", "notes"),
            ("{base}/v3{path}", "/notes"),
        ] {
            assert_eq!(expand_with(template, path), "http://h/v3/notes");
        }
    }

    #[test]
    fn what_has_no_value_stays() {
        let expanded = expand_with("{base}/{path}?a={id}&b={", "notes/{id}");
        assert_eq!(expanded, "http://h/notes/{id}?a={id}&b={}");
    }
}
