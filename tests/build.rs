//! Writes a call of each method of each API, with all its parameters set, as a user would.

#[path = "build/call.rs"]
mod call;
#[path = "build/value.rs"]
mod value;

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use schema::load::{Errors, load_model};

/// The APIs that the crate has; each is a module of `generated`.
const APIS: [&str; 4] = ["safew", "telegram", "telegram_gateway", "zalo"];

fn main() -> Result<(), Box<dyn Error>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let apis = root.join("schema/apis");
    println!("cargo::rerun-if-changed={}", apis.display());
    println!("cargo::rerun-if-changed=build");
    let out = env::var("OUT_DIR")?;
    for api in APIS {
        let model = load_model(&apis, api).map_err(describe)?;
        let calls = call::module(&model).to_string();
        fs::write(Path::new(&out).join(format!("{api}.rs")), calls)?;
    }
    Ok(())
}

fn describe(errors: Errors) -> String {
    let errors: Vec<_> = errors.iter().map(ToString::to_string).collect();
    errors.join("\n")
}
