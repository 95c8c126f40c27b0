//! The status of a page against the committed schema, in a line or two.

use std::slice;

use generator::compat::diff::ChangeKind;
use generator::upgrade::{Step, list_steps};
use schema::schema::Schema;

use crate::pages::{self, Fetched};
use crate::pipeline::Checked;
use crate::render::human::plural;
use crate::render::sanitize::sanitize_line;
use crate::versions::make_versions;
use crate::workspace::{APIS, PAGES, Workspace};

/// A page compared with what is committed.
pub(crate) enum PageStatus {
    /// There is no schema yet.
    First,
    /// The page is the one that was recorded.
    None,
    /// It is another page, which states the same.
    Words,
    /// It states something else; what, in a few words.
    Changed(String),
}

impl PageStatus {
    /// Compares the page with what is committed; `None` where no page is at hand.
    pub(crate) fn of(checked: &Checked) -> Option<Self> {
        checked.fetched.as_ref()?;
        let Some(old) = checked.api.committed() else {
            return Some(Self::First);
        };
        let old = old.clone().without_prose();
        let new = checked.stated.clone().without_prose();
        Some(if old != new {
            let [old, new] = make_versions(slice::from_ref(&checked.api), old, new);
            let steps = list_steps(&old, &new);
            Self::Changed(describe_difference(&old.stated, &new.stated, &steps))
        } else if checked.is_other_page() {
            Self::Words
        } else {
            Self::None
        })
    }

    /// Tells a page that changes the schema.
    pub(crate) fn is_change(&self) -> bool {
        matches!(self, Self::First | Self::Changed(_))
    }

    /// A line on it.
    pub(crate) fn print_line(&self, api: &str) -> String {
        let said = match self {
            Self::First => "there is no schema yet",
            Self::None => "up to date: the page is the one that page.lock records",
            Self::Words => "up to date: the page changed in its wording alone",
            Self::Changed(what) => what,
        };
        format!("{api}: {}\n", sanitize_line(said))
    }
}

/// `the page is at 10.2, the schema at 10.1: 3 methods added, 1 of 3 changes breaking`.
fn describe_difference(old: &Schema, new: &Schema, steps: &[Step]) -> String {
    let versions = match (&old.version, &new.version) {
        (old, new) if old == new => "the page states more or other than the schema".to_owned(),
        (old, new) => {
            let named = |version: &Option<String>| version.clone().unwrap_or("no version".into());
            format!(
                "the page is at {}, the schema at {}",
                named(new),
                named(old)
            )
        }
    };
    format!("{versions}: {}", count_changes(steps))
}

fn count_changes(steps: &[Step]) -> String {
    if steps.is_empty() {
        return "no method, type or fact differs".to_owned();
    }
    let changes = || steps.iter().map(|step| &step.change);
    let mut kinds: Vec<ChangeKind> = changes().map(|change| change.kind).collect();
    kinds.sort_unstable();
    kinds.dedup();
    let count = |kind: ChangeKind| changes().filter(|change| change.kind == kind).count();
    let parts = kinds.into_iter().map(|kind| {
        let (what, became) = kind_words(kind);
        format!("{} {became}", plural(count(kind), what))
    });
    let parts = parts.collect::<Vec<_>>().join(", ");
    match changes().filter(|change| change.breaking).count() {
        0 => parts,
        breaking => format!("{parts}; {breaking} of them breaking"),
    }
}

fn kind_words(kind: ChangeKind) -> (&'static str, &'static str) {
    match kind {
        ChangeKind::TypeChanged => ("value type", "changed"),
        ChangeKind::RequiredChanged => ("requirement", "changed"),
        ChangeKind::OrderChanged => ("order", "changed"),
        ChangeKind::ReturnsChanged => ("return type", "changed"),
        ChangeKind::FactChanged => ("fact", "changed"),
        ChangeKind::ParamAdded => ("parameter", "added"),
        ChangeKind::ParamRemoved => ("parameter", "removed"),
        kind => kind.name().split_once('-').unwrap_or((kind.name(), "")),
    }
}

/// The commands to run next, once the schema was written (`is_written`) or was only compared.
pub(crate) fn next_steps(api: &str, is_written: bool) -> String {
    let schema = format!("{APIS}/{api}/schema.yaml");
    if is_written {
        return format!(
            "next: `cargo xtask codegen` brings the crate up to date; with what \
             `git show HEAD:{schema}` prints as `old.yaml`, \
             `cargo xtask diff old.yaml {schema}` says what changed\n"
        );
    }
    format!(
        "next: `cargo xtask extract {api}` takes it over, and `cargo xtask codegen` brings the \
         crate up to date; `cargo xtask extract {api} --out new.yaml` and \
         `cargo xtask diff {schema} new.yaml` say what changed\n"
    )
}

/// A note where codegen would read another page than this one, and undo what was taken over.
pub(crate) fn other_page(workspace: &Workspace, api: &str, fetched: &Fetched) -> Option<String> {
    let path = pages::find_page(&workspace.root().join(PAGES), api)?;
    let bytes = std::fs::read(&path).ok()?;
    let shown = workspace.display_path(&path);
    (pages::hash_bytes(&bytes) != fetched.sha256).then(|| {
        format!("note: `cargo xtask codegen` reads {shown}, which is another page: replace or remove it\n")
    })
}
