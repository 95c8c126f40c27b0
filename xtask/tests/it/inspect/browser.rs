//! Views in a real browser: what is drawn, where links and keys lead, and what does not run.

use serde_json::{Value, json};
use testing::fixtures::{HARBOUR, KITE};
use testing::hostile::{self, NAMES, TEXTS};

use super::devtools::Browser;
use crate::workspace::TempWorkspace;

/// A view in a browser, with the files of both.
struct View {
    browser: Browser,
    workspace: TempWorkspace,
}

impl View {
    fn open(name: &str, page: &str) -> Self {
        let workspace = TempWorkspace::new();
        let browser = Browser::start(&workspace.path("browser"));
        let mut view = Self { browser, workspace };
        view.show(name, page);
        view
    }

    /// Shows the view of a page in place of the one before.
    fn show(&mut self, name: &str, page: &str) {
        let workspace = &self.workspace;
        workspace.write(name, page);
        let out = workspace.arg("view.html");
        workspace.run(&["inspect", &workspace.arg(name), "--out", &out]);
        self.browser.open(&workspace.path("view.html"), "");
    }

    /// The identifier of the element in focus, and whether all of it can be seen.
    fn focused(&mut self) -> Value {
        self.browser.evaluate(
            "(() => { const e = document.activeElement, r = e.getBoundingClientRect(); \
             return [e.id, r.top >= 0 && r.bottom <= innerHeight] })()",
        )
    }
}

/// A page with three mistakes, the last in its last section.
fn page_with_mistakes(sections: usize) -> String {
    let section = |number: usize| {
        let ty = match number % (sections / 3) {
            0 => format!("Lost{number}"),
            _ => "String".to_owned(),
        };
        format!(
            "## sendNote{number}\n\nSends it. Returns True.\n\n| Parameter | Type | Required | \
             Description |\n|---|---|---|---|\n| text{number} | {ty} | Yes | What it says |\n\n"
        )
    };
    (1..=sections).map(section).collect()
}

#[test]
#[ignore = "needs a browser: add `-- --ignored in_a_browser`"]
fn in_a_browser_a_view_is_drawn_in_both_colour_schemes() {
    for (name, page) in [("kite.html", KITE), ("harbour.md", HARBOUR)] {
        let mut view = View::open(name, page);
        for scheme in ["light", "dark"] {
            view.browser.prefer(scheme);
            let part = view.browser.evaluate(
                "(() => { const e = document.querySelector('main mark'), r = e.getBoundingClientRect(), \
                 s = getComputedStyle(e); return [r.width > 0, s.backgroundColor != s.color] })()",
            );
            assert_eq!(part, json!([true, true]));
        }
        let ground = "getComputedStyle(document.body).backgroundColor";
        let dark = view.browser.evaluate(ground);
        view.browser.prefer("light");
        assert_ne!(view.browser.evaluate(ground), dark);
        view.browser.assert_quiet();
    }
}

/// The contrast of each kind of text with what is behind it.
const CONTRASTS: &str = "(() => {
  const canvas = new OffscreenCanvas(1, 1).getContext('2d', { willReadFrequently: true });
  const rgb = (color) => {
    canvas.clearRect(0, 0, 1, 1);
    canvas.fillStyle = color;
    canvas.fillRect(0, 0, 1, 1);
    return canvas.getImageData(0, 0, 1, 1).data;
  };
  const light = (color) => {
    const [r, g, b] = [...rgb(color)].slice(0, 3).map((c) => c / 255)
      .map((c) => (c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4));
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = (element) => {
    const color = getComputedStyle(element).backgroundColor;
    return rgb(color)[3] ? color : ground(element.parentElement);
  };
  const worst = {};
  for (const element of document.querySelectorAll('main *, header *')) {
    const ink = light(getComputedStyle(element).color), behind = light(ground(element));
    const contrast = (Math.max(ink, behind) + 0.05) / (Math.min(ink, behind) + 0.05);
    const kind = element.tagName + ' ' + element.className;
    worst[kind] = Math.min(worst[kind] ?? 21, contrast);
  }
  return Object.entries(worst).filter(([, contrast]) => contrast < 4.5);
})()";

#[test]
#[ignore = "needs a browser: add `-- --ignored in_a_browser`"]
fn in_a_browser_all_text_has_enough_contrast() {
    let mut view = View::open("page.md", &page_with_mistakes(300));
    for (name, page) in [
        ("kite.html", KITE),
        ("harbour.md", HARBOUR),
        ("text.md", TEXTS[0].1),
    ] {
        view.show(name, &hostile::with_hidden_characters(page));
        for scheme in ["light", "dark"] {
            view.browser.prefer(scheme);
            assert_eq!(
                view.browser.evaluate(CONTRASTS),
                json!([]),
                "{name} {scheme}"
            );
        }
    }
}

#[test]
#[ignore = "needs a browser: add `-- --ignored in_a_browser`"]
fn in_a_browser_a_click_on_a_finding_leads_to_its_place() {
    let mut view = View::open("page.md", &page_with_mistakes(6_000));
    let hovered = "[...document.querySelectorAll('#findings a')].at(-1)";
    let link = view.browser.evaluate(&format!("{hovered}.hash"));
    view.browser.click(hovered);
    let id = link.as_str().unwrap().trim_start_matches('#').to_owned();
    assert_eq!(view.focused(), json!([id, true]));
    let line = "document.activeElement.previousElementSibling.textContent";
    let line = view.browser.evaluate(line);
    assert!(line.as_str().unwrap().contains("text6000"), "{line}");
    view.browser.assert_quiet();
}

#[test]
#[ignore = "needs a browser: add `-- --ignored in_a_browser`"]
fn in_a_browser_keys_lead_from_finding_to_finding() {
    let mut view = View::open("page.md", &page_with_mistakes(300));
    let count = view
        .browser
        .evaluate("document.querySelectorAll('.finding').length");
    assert!(count.as_u64().unwrap() >= 3, "{count}");
    let steps = [
        ("n", "f1"),
        ("n", "f2"),
        ("n", "f3"),
        ("p", "f2"),
        ("t", "findings"),
        ("n", "f1"),
    ];
    for (key, id) in steps {
        view.browser.press(key, key);
        assert_eq!(view.focused()[0], id, "{key}");
    }
    assert_eq!(view.focused()[1], true);
    view.browser.press("j", "j");
    let part = view.browser.evaluate("document.activeElement.tagName");
    assert_eq!(part, "MARK");
    view.browser.press("p", "p");
    assert_eq!(view.focused()[0], "f1");
    for key in ["j", "k", "n"] {
        view.browser.press(key, key);
    }
    assert_eq!(view.focused()[0], "f1");
    view.browser.assert_quiet();
}

#[test]
#[ignore = "needs a browser: add `-- --ignored in_a_browser`"]
fn in_a_browser_tab_and_enter_are_enough() {
    let mut view = View::open("page.md", &page_with_mistakes(300));
    view.browser.press("Tab", "");
    let skip = view.browser.evaluate("document.activeElement.hash");
    assert_eq!(skip, "#text");
    view.browser.press("Tab", "");
    let first = view.browser.evaluate("document.activeElement.hash");
    view.browser.press("Enter", "\r");
    view.browser
        .evaluate("new Promise(done => requestAnimationFrame(() => setTimeout(done)))");
    let id = first.as_str().unwrap().trim_start_matches('#').to_owned();
    assert_eq!(view.focused(), json!([id, true]));
}

#[test]
#[ignore = "needs a browser: add `-- --ignored in_a_browser`"]
fn in_a_browser_a_part_shows_its_slot() {
    let mut view = View::open("page.md", &page_with_mistakes(300));
    let shown = "getComputedStyle(document.querySelector('main mark:hover') ?? document.body, '::after').content";
    assert_eq!(view.browser.evaluate(shown), "none");
    view.browser
        .click("document.querySelectorAll('main mark.type')[0]");
    let slot = view.browser.evaluate(shown);
    assert_eq!(slot, "\"type · sendNote1.text1: String, required\"");
}

#[test]
#[ignore = "needs a browser: add `-- --ignored in_a_browser`"]
fn in_a_browser_nothing_of_a_hostile_page_runs() {
    let mut view = View::open("page.md", "## sendNote\n\nReturns True.\n");
    for (ending, page) in TEXTS.into_iter().chain(NAMES) {
        let page = hostile::with_hidden_characters(page);
        view.show(&format!("hostile.{ending}"), &page);
        view.browser.evaluate("document.querySelectorAll('a, mark').forEach(e => e.dispatchEvent(new MouseEvent('mouseover', {bubbles: true})))");
        let scripts =
            "[document.scripts.length, document.images.length, frames.length, typeof pwned]";
        assert_eq!(
            view.browser.evaluate(scripts),
            json!([1, 0, 0, "undefined"])
        );
        view.browser.assert_quiet();
    }
}

#[test]
#[ignore = "needs a browser: add `-- --ignored in_a_browser`"]
fn in_a_browser_a_script_that_came_in_would_be_blocked() {
    let mut view = View::open("page.md", "## sendNote\n\nReturns True.\n");
    let text = view.workspace.read("view.html");
    let changed = text.replace(
        "</main>",
        "<script>var pwned = 1</script><b onclick=\"pwned()\" id=b>b</b></main>",
    );
    view.workspace.write("view.html", &changed);
    let path = view.workspace.path("view.html");
    view.browser.open(&path, "");
    view.browser.click("document.getElementById('b')");
    assert_eq!(view.browser.evaluate("typeof pwned"), "undefined");
    assert!(
        view.browser.has_event("Log.entryAdded")
            || view.browser.has_event("Runtime.exceptionThrown")
    );
}
