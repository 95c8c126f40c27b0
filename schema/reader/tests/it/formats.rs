//! One made-up API, written as Markdown and as HTML: the same lowering reads the same schema.

use expect_test::expect;
use reader::page::Page;
use reader::{lint, read};
use schema::source::Source;
use schema::yaml;

const MARKDOWN: &str = "\
# Kite API

**Version 3.1**

## flyKite {#flykite}

Lets a kite fly. On success, the flown Kite is returned.

| Parameter | Type | Required | Description |
| --- | --- | --- | --- |
| kite_id | Integer or String | Yes | Which kite |
| mood | String | Optional | How it flies, one of “calm” or “wild” |
| height | Integer | Optional | In metres; 1-300. Defaults to *20* |

## Kite {#kite}

| Field | Type | Description |
| --- | --- | --- |
| id | Integer | Its number |
| tails | Array of Tail | *Optional*. What it trails |

## Tail {#tail}

It is one of

- TailRibbon
- TailLamp

## TailRibbon {#tailribbon}

| Field | Type | Description |
| --- | --- | --- |
| kind | String | Always “ribbon” |

## TailLamp {#taillamp}

| Field | Type | Description |
| --- | --- | --- |
| kind | String | Always “lamp” |
";

const HTML: &str = "\
<!DOCTYPE html>
<html><head><title>Kite</title><script>var table = '<table>';</script></head><body>
<h1>Kite API</h1>
<p><strong>Version 3.1</strong></p>
<h4><a class=\"anchor\" name=\"flykite\" href=\"#flykite\"></a>flyKite</h4>
<p>Lets a kite fly. On success, the flown <a href=\"#kite\">Kite</a> is returned.</p>
<table><thead><tr><th>Parameter</th><th>Type</th><th>Required</th><th>Description</th></tr></thead>
<tbody>
<tr><td>kite_id</td><td>Integer or String</td><td>Yes</td><td>Which kite</td></tr>
<tr><td>mood</td><td>String</td><td>Optional</td><td>How it flies, one of &ldquo;calm&rdquo; or “wild”</td></tr>
<tr><td>height</td><td>Integer</td><td>Optional</td><td>In metres; 1-300. Defaults to <em>20</em></td>
</tbody></table>
<h4><a class=\"anchor\" name=\"kite\" href=\"#kite\"></a>Kite</h4>
<table>
<tr><th>Field<th>Type<th>Description
<tr><td>id<td>Integer<td>Its number
<tr><td>tails<td>Array of <a href=\"#tail\">Tail</a><td><em>Optional</em>. What it trails
</table>
<h4><a class=\"anchor\" name=\"tail\" href=\"#tail\"></a>Tail</h4>
<p>It is one of</p>
<ul><li><a href=\"#tailribbon\">TailRibbon</a></li><li><a href=\"#taillamp\">TailLamp</a></li></ul>
<h4 id=\"tailribbon\">TailRibbon</h4>
<table><tr><th>Field</th><th>Type</th><th>Description</th></tr>
<tr><td>kind</td><td>String</td><td>Always “ribbon”</td></tr></table>
<h4 id=\"taillamp\">TailLamp</h4>
<table><tr><th>Field</th><th>Type</th><th>Description</th></tr>
<tr><td>kind</td><td>String</td><td>Always <em>lamp</em></td></tr></table>
</body></html>
";

fn page(name: &str, text: &str) -> Page {
    read("kite", &Source::new(name, text)).unwrap()
}

#[test]
fn both_state_the_same() {
    let markdown = page("kite.md", MARKDOWN).schema.without_prose();
    let html = page("kite.html", HTML).schema.without_prose();
    assert_eq!(yaml::print(&html).unwrap(), yaml::print(&markdown).unwrap());
    assert_eq!(markdown.version.as_deref(), Some("3.1"));
    let union = markdown.type_def("Tail").unwrap().union().unwrap();
    assert_eq!(union.tag.as_deref(), Some("kind"));
}

#[test]
fn a_fault_points_into_the_html() {
    let page = page(
        "kite.html",
        &HTML.replace("<td>Integer<td>Its", "<td>???<td>Its"),
    );
    let found = lint::run(&lint::Context::of_page(&page, &page.schema));
    let lines: Vec<String> = found.iter().map(testing::report::print_line).collect();
    expect!["16:15 unread-type Kite.id"].assert_eq(&lines.join("\n"));
}
