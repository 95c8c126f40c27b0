//! Pages of any size take a time that grows as they do: eight times the page may take some more
//! than eight times as long, and not sixty-four times.

use std::time::{Duration, Instant};

use testing::any_text;

const SMALL: usize = 16_000;
const TIMES: usize = 8;
/// Far above what grows as the page does, far below what grows as its square.
const MOST: u32 = 24;

const PARAMS: &str = "| Parameter | Type | Required | Description |\n|---|---|---|---|\n";
const FIELDS: &str = "| Field | Type | Description |\n|---|---|---|\n";
const METHOD: &str = "## sendNote\n\nReturns True. ";

/// As many pieces as fill a text of this size.
fn fill(size: usize, piece: impl Fn(usize) -> String) -> String {
    let mut text = String::new();
    for number in 0.. {
        if text.len() >= size {
            break;
        }
        text += &piece(number);
    }
    text
}

/// The trials, of which one has to pass: linear growth shows in one of them even on a busy machine,
/// quadratic growth in none.
const TRIALS: usize = 5;

fn time(name: &str, text: &str) -> Duration {
    let start = Instant::now();
    any_text::check_page(name, text);
    start.elapsed()
}

#[track_caller]
fn grows_evenly(name: &str, page: impl Fn(usize) -> String) {
    let (small, large) = (page(SMALL), page(SMALL * TIMES));
    let mut trials = (0..TRIALS).map(|_| (time(name, &small), time(name, &large)));
    // What is done at once is fast enough.
    let fast = Duration::from_millis(40);
    let even = trials.any(|(short, long)| long < short * MOST + fast);
    assert!(even, "it took {MOST} times as long, each time");
}

#[test]
fn many_sections() {
    grows_evenly("page.md", |size| {
        fill(size, |n| {
            format!(
                "## sendNote{n}\n\nReturns Note{n}.\n\n{PARAMS}| text | String | Yes | The text |\n\n"
            )
        })
    });
}

#[test]
fn many_types_of_which_nothing_speaks() {
    grows_evenly("page.md", |size| {
        fill(size, |n| {
            format!("## Note{n}\n\nA note.\n\n{FIELDS}| text | String | The text |\n\n")
        })
    });
}

#[test]
fn many_unions_and_members() {
    grows_evenly("page.md", |size| {
        let one = |n| format!("## Many{n}\n\nOne of the following:\n\n- One\n- Two{n}\n\n");
        let both = format!("## One\n\n{FIELDS}| kind | String | The kind, always “a” |\n\n");
        both + &fill(size, one)
    });
    grows_evenly("page.md", |size| {
        let list = fill(size / 2, |n| format!("- Note{n}\n"));
        let types = fill(size / 2, |n| {
            format!("\n## Note{n}\n\n{FIELDS}| kind | String | x |\n")
        });
        format!("## Many\n\nOne of the following:\n\n{list}{types}")
    });
}

#[test]
fn one_table() {
    let table =
        |row: fn(usize) -> String| move |size| format!("{METHOD}\n\n{PARAMS}{}", fill(size, row));
    grows_evenly(
        "page.md",
        table(|n| format!("| p{n} | String | Yes | Some text |\n")),
    );
    grows_evenly(
        "page.md",
        table(|n| format!("| p{n} | Lost{n} | Yes | Some text |\n")),
    );
    grows_evenly(
        "page.md",
        table(|_| "| p | String | Yes | Some text |\n".to_owned()),
    );
    grows_evenly("page.md", |size| {
        let (head, dashes) = ("Type|".repeat(size / 8), "-|".repeat(size / 8));
        format!("{METHOD}\n\n|{head}\n|{dashes}\n|{head}\n")
    });
}

#[test]
fn one_paragraph_and_one_cell() {
    grows_evenly("page.md", |size| {
        METHOD.to_owned() + &fill(size, |n| format!("It *returns* {n}. "))
    });
    let cell = |piece: fn(usize) -> String, ty: &'static str| {
        move |size| {
            format!(
                "{METHOD}\n\n{PARAMS}| a | {ty} | Yes | One of {} |\n",
                fill(size, piece)
            )
        }
    };
    grows_evenly("page.md", cell(|n| format!("“a{n}”, "), "String"));
    grows_evenly("page.md", cell(|_| "““".to_owned(), "Integer"));
    grows_evenly("page.md", |size| {
        format!(
            "{METHOD}\n\n{PARAMS}| a | {}String | Yes | x |\n",
            "Array of ".repeat(size / 9)
        )
    });
}

#[test]
fn one_line() {
    grows_evenly("page.html", |size| {
        fill(size, |n| {
            format!(
                "<h3>sendNote{n}</h3><table><tr><th>Parameter</th><th>Type</th></tr><tr><td>a b</td><td>Lost</td></tr></table>"
            )
        })
    });
}

#[test]
fn deep_nests() {
    for mark in ["- ", "> ", "[", "*a _b ", "<details>\n\n", "(", "`"] {
        grows_evenly("page.md", |size| {
            METHOD.to_owned() + "\n\n" + &mark.repeat(size / mark.len())
        });
    }
    for mark in [
        "<div>",
        "<em>",
        "<table><tr><td>",
        "<ul><li>",
        "<blockquote>",
        "<",
        "&",
    ] {
        grows_evenly("page.html", |size| {
            "<h3>sendNote</h3>".to_owned() + &mark.repeat(size / mark.len())
        });
    }
}

#[test]
fn tables_of_html_in_markdown() {
    grows_evenly("page.md", |size| {
        let tables = fill(size / 2, |n| {
            format!("## sendNote{n}\n\n<table><tr><th>Parameter</th></tr></table>\n\n")
        });
        tables + &"word ".repeat(size / 10)
    });
}

#[test]
fn suggestions_that_are_given_up_are_reported() {
    let page = |unknown: usize| {
        let row = |n| format!("| p{n} | Note{n:04}Lost | Yes | x |\n");
        let rows: String = (0..unknown).map(row).collect();
        let one = |n| format!("## Note{n:04}Kept\n\n{FIELDS}| text | String | x |\n\n");
        let types: String = (0..500).map(one).collect();
        format!("{METHOD}\n\n{PARAMS}{rows}\n{types}")
    };
    let cut_short = |unknown| {
        let found = any_text::check_page("page.md", &page(unknown));
        let unknown = found.iter().filter(|one| one.code == "unknown-type");
        let says = |note: &String| note.contains("too many unknown names");
        let short = unknown.clone().filter(|one| one.notes.iter().any(says));
        (short.count(), unknown.count())
    };
    assert_eq!(cut_short(100), (0, 100));
    let (short, all) = cut_short(1000);
    assert!(short > 50 && short < all, "{short} of {all}");
}

#[test]
fn rows_headings_and_items_that_nothing_reads() {
    grows_evenly("page.md", |size| {
        let lost = |n| {
            format!(
                "| a{n} | String | Yes | x |\n\nsomeName{n}\n\n- b{n} (String): x\n\n\
                 <!-- | c | String | x | -->\n\n| P{n} | Type |\n| --- | --- |\n| d | String |\n\n"
            )
        };
        format!("{METHOD}\n\n{}", fill(size, lost))
    });
}

/// Descriptions that repeat what rules look for.
#[test]
fn repeated_beginnings_of_facts() {
    for piece in [
        "“a”, ",
        "one of “a” ",
        "one of “a”, “b” ",
        "1-",
        "; 1-5 ",
        "always “x ",
        "'a ",
        "\"a ",
        "default ",
        "e.g. “a” or “b”. ",
        "between 1 and ",
        "required if a, b, ",
        "1,000",
        "max 5 foo ",
        "可以是“a”、",
        "长度为1到",
    ] {
        grows_evenly("page.md", |size| {
            let cell = piece.repeat(size / piece.len());
            format!(
                "{METHOD}\n\n{PARAMS}| text | String | Yes | {cell} |\n| n | Integer | Yes | {cell} |\n"
            )
        });
    }
}
