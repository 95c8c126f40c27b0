//! The texts below the help of each command.

pub(super) const ABOUT: &str = "\
Compiles the reference page of a bot platform into a typed Rust crate.

    page ──extract──► schema.yaml ──codegen──► generated/        lint: what is wrong with the page

An API is a folder `schema/apis/<API>`; its page is `schema/pages/<API>.md`
or `.html`, which git ignores.";

pub(super) const AFTER: &str = "\
Exit status: 0 success, 1 something was found, 2 the arguments or the input can't be used.
`cargo xtask diff` has 3 as well: changes that break code.

Try it on the page that comes with the repository:
  cargo xtask lint --from schema/example/page.md";

pub(super) const CODEGEN: &str = "\
Where a page is not at hand, the committed schema.yaml is used, and the output says so.
Where a page no longer requires what the committed schema did, page.lock records it (`was_required`)
and the constructors still take it, so that code goes on compiling. Of what a page no longer has,
the setters stay for one version (`removed`), deprecated and without effect.
Files are written one by one, each whole or not at all, the schema first and the crate last. After
a run that was killed, --check shows what is left to do, and the next run does it.

The files of an API, in schema/apis/<API>:
  api.yaml        by hand: title, base_url, page.url, extends, names of unions, levels of lints
  overrides.yaml  by hand: corrections of the page, each with its reason
  words.yaml      by hand: the doc texts of the crate
  page.lock       written: version, date and SHA-256 of the page, and what it required before
  schema.yaml     written: what the page states

Exit status: 0 everything is up to date, or was brought up to date; 1 --check finds a difference, or
an error is left; 2 the input can't be read.

Examples:
  cargo xtask codegen                         bring everything up to date
  cargo xtask codegen --check                 what CI runs: show what is out of date
  cargo xtask codegen --pages ~/pages safew   one API, its page in another folder";

pub(super) const EXPLAIN: &str = "\
Examples:
  cargo xtask explain                         every lint with its level, a line each
  cargo xtask explain type-conflict           what it finds, an example, and the fix";

pub(super) const EXTRACT: &str = "\
Without API and --out the YAML goes to stdout. What is wrong with the page goes to stderr.
Without --from the page is fetched from the `page.url` of api.yaml. One line sums up how it differs
from the committed schema.

Exit status: 0 it was read, 1 --check finds another schema, 2 the page can't be read or fetched.

Examples:
  cargo xtask extract --from page.md                  print the schema
  cargo xtask extract --from page.md --out demo.yaml  write it to a file
  cargo xtask extract safew --from new-page.md        update schema/apis/safew
  cargo xtask extract telegram                        the same from the page on the web
  cargo xtask extract telegram --check                is the page on the web newer?
  cargo xtask extract telegram --save schema/pages/telegram.html
                                                      keep the page for codegen as well";

pub(super) const DIFF: &str = "\
A file that ends in .yaml is a schema, any other a page. Wording is no difference.

Exit status: 0 nothing changed, 1 old code still compiles, 3 it may not, 2 the input can't be read.

Examples:
  cargo xtask diff old.html new.html                       what changed
  cargo xtask diff schema/apis/demo/schema.yaml new.md     a page against what is committed
  cargo xtask diff old.html new.html --format markdown     a release note";

pub(super) const INSPECT: &str = "\
Open the file in a browser: it shows the text of the page, each part in the colour of what it became,
and each finding below its place. It needs no network and runs nothing of the page.

Exit status: 0 it was written, 2 the input can't be read. A page without any method or type is shown
as well, and ends with 2.

Examples:
  cargo xtask inspect schema/example/page.md  one page alone
  cargo xtask inspect safew                   the page of an API, after its overrides
  cargo xtask inspect page.html --out view.html";

pub(super) const OPENAPI: &str = "\
The document is made of what is committed: the schema with its overrides, and our own texts.

With `--bodies json` a file is a text, an id or a URL; only a method that needs a file has a form.
With `--bodies form` each body is a form, whose parts may be files.

Exit status: 0 it was written, 2 the API can't be read or has errors.

Examples:
  cargo xtask export openapi telegram --out telegram.json
  cargo xtask export openapi safew --bodies form --openapi 3.0";

pub(super) const LINT: &str = "\
Exit status: 0 no error is left, 1 there is one, 2 the input can't be read.

Examples:
  cargo xtask lint                            every API, after its overrides
  cargo xtask lint --from page.md             one page alone
  cargo xtask lint safew --format json        a JSON object per line and finding";
