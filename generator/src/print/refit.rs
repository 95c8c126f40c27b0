//! Lines as `prettyplease` prints them → lines as `rustfmt` does. The two break a line at
//! different widths; each function here knows one shape of generated code.

/// How wide a line may be.
const WIDTH: usize = 100;
/// How wide the fields of a struct literal may be on one line.
const LITERAL: usize = 18;
/// How wide the arguments of a call may be on one line.
const ARGUMENTS: usize = 60;

/// Breaks lines anew where `rustfmt` would.
pub(crate) fn refit(lines: &[String]) -> Vec<String> {
    let shapes = [signature, arm, field, call, setting, literal];
    let mut out = Vec::new();
    let mut rest = lines;
    while let Some((line, after)) = rest.split_first() {
        match shapes.iter().find_map(|shape| shape(line, after)) {
            Some((new, taken)) => {
                out.extend(new);
                rest = after.get(taken..).unwrap_or_default();
            }
            None => {
                out.push(line.clone());
                rest = after;
            }
        }
    }
    out
}

/// The new lines, and how many of the lines after the first they replace.
type Refitted = Option<(Vec<String>, usize)>;

/// A function's signature, which is on one line if it fits there.
fn signature(line: &str, after: &[String]) -> Refitted {
    if !line.ends_with('(') || !line.contains("fn ") {
        return None;
    }
    let end = after
        .iter()
        .position(|line| line.trim_start().starts_with(')'))?;
    let (arguments, last) = (inner(&after[..end]), after[end].trim());
    let one = format!("{line}{arguments}{last}");
    fits(&one).then(|| (vec![one], end + 1))
}

/// A match arm, which has no braces if it fits on one line.
fn arm(line: &str, after: &[String]) -> Refitted {
    let pattern = line
        .strip_suffix(" {")
        .filter(|line| line.ends_with("=>"))?;
    let [body, end, ..] = after else { return None };
    let one = format!("{pattern} {},", body.trim());
    (end.trim() == "}" && fits(&one)).then(|| (vec![one], 2))
}

/// A field, whose type is never broken, but put on a line of its own where it is too wide.
fn field(line: &str, after: &[String]) -> Refitted {
    let is_broken = line.starts_with("    pub ") && line.ends_with('<');
    let end = after.iter().position(|line| line == "    >,")?;
    let (name, start) = line.split_once(": ").filter(|_| is_broken)?;
    let parts: String = after[..=end].iter().map(|line| line.trim()).collect();
    let ty = format!("{start}{parts}").replace(",>", ">");
    let one = format!("{name}: {ty}");
    let lines = match fits(&one) {
        true => vec![one],
        false => vec![format!("{name}:"), format!("        {ty}")],
    };
    Some((lines, end + 1))
}

/// A call, whose arguments have lines of their own where they are wide.
fn call(line: &str, after: &[String]) -> Refitted {
    let (path, rest) = line.split_once('(')?;
    let last = call_end(path.trim_start())?;
    let (arguments, taken) = match rest {
        "" => {
            let end = after.iter().position(|line| line.trim() == last)?;
            (inner(&after[..end]), end + 1)
        }
        _ => (rest.strip_suffix(last)?.to_owned(), 0),
    };
    let one = format!("{path}({arguments}{last}");
    let narrow = arguments.chars().count() <= ARGUMENTS && fits(&one);
    let lines = if narrow {
        vec![one]
    } else {
        broken(&format!("{path}("), &arguments, last)
    };
    Some((lines, taken))
}

/// How a call ends that starts with this path: that of a function, or of a check of `at`.
fn call_end(path: &str) -> Option<&'static str> {
    let is_path = |c: char| c.is_ascii_alphanumeric() || "_:#".contains(c);
    match path.strip_prefix("at.") {
        Some(check) => check.chars().all(is_path).then_some(")?;"),
        None => (path.contains("::") && path.chars().all(is_path)).then_some(")"),
    }
}

/// A statement of a setter, which is broken after its `=` where it does not fit on one line.
fn setting(line: &str, after: &[String]) -> Refitted {
    let [value, end, ..] = after else { return None };
    let (place, start) = line.split_once(" = ")?;
    if !start.ends_with('(') || end.trim() != ");" {
        return None;
    }
    let value = format!("{start}{});", value.trim().trim_end_matches(','));
    let one = format!("{place} = {value}");
    let indent = &place[..place.len() - place.trim_start().len()];
    let two = || vec![format!("{place} ="), format!("{indent}    {value}")];
    Some((if fits(&one) { vec![one] } else { two() }, 2))
}

/// A struct literal, whose fields have lines of their own where they are wide.
fn literal(line: &str, _: &[String]) -> Refitted {
    let (start, fields) = line.strip_suffix(" }")?.split_once("Self { ")?;
    let wide = fields.chars().count() > LITERAL && start.trim().is_empty();
    wide.then(|| (broken(&format!("{start}Self {{"), fields, "}"), 0))
}

/// A list between two brackets, each item on a line of its own.
fn broken(first: &str, items: &str, last: &str) -> Vec<String> {
    let indent = &first[..first.len() - first.trim_start().len()];
    let items = items.split(", ").map(|item| format!("{indent}    {item},"));
    let last = format!("{indent}{last}");
    std::iter::once(first.to_owned())
        .chain(items)
        .chain([last])
        .collect()
}

/// Lines of a list as one, without the last comma.
fn inner(lines: &[String]) -> String {
    let lines: Vec<&str> = lines.iter().map(|line| line.trim()).collect();
    lines.join(" ").trim_end_matches(',').to_owned()
}

fn fits(line: &str) -> bool {
    line.chars().count() <= WIDTH
}

#[cfg(test)]
mod tests {
    use super::*;

    fn check(from: &str, to: &str) {
        let lines: Vec<String> = from.lines().map(str::to_owned).collect();
        assert_eq!(refit(&lines).join("\n"), to);
    }

    #[test]
    fn joins_what_fits() {
        check(
            "fn a(\n    b: i64,\n    c: T,\n) -> Self {",
            "fn a(b: i64, c: T) -> Self {",
        );
        check(
            "    A(a) => {\n        a.b(c)\n    }",
            "    A(a) => a.b(c),",
        );
        check(
            "    pub a: Option<\n        Vec<B>,\n    >,",
            "    pub a: Option<Vec<B>>,",
        );
        check(
            "    A::on(\n        self,\n        b,\n    )",
            "    A::on(self, b)",
        );
    }

    #[test]
    fn breaks_what_does_not() {
        check(
            "    Self { bot, offset: None }",
            "    Self { bot, offset: None }",
        );
        check(
            "  Self { bot, offset_2: None }",
            "  Self {\n      bot,\n      offset_2: None,\n  }",
        );
        let (a, b) = ("a".repeat(30), "b".repeat(29));
        check(
            &format!("A::on({a}, {b})"),
            &format!("A::on(\n    {a},\n    {b},\n)"),
        );
        check(
            &format!("at.on(\"b\", {a}, {b})?;"),
            &format!("at.on(\n    \"b\",\n    {a},\n    {b},\n)?;"),
        );
    }
}
