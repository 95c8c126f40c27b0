//! Writes the list of the files in `schema/apis`, so that the program holds every API.

use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};

fn main() -> Result<(), Box<dyn Error>> {
    let apis = Path::new(&env::var("CARGO_MANIFEST_DIR")?).join("../../schema/apis");
    println!("cargo::rerun-if-changed={}", apis.display());
    let mut list = String::new();
    for folder in sorted_entries(&apis)?.iter().filter(|it| it.is_dir()) {
        for file in sorted_entries(folder)?.iter().filter(|it| it.is_file()) {
            let name = file
                .strip_prefix(&apis)?
                .to_string_lossy()
                .replace('\\', "/");
            writeln!(
                list,
                "({name:?}, include_str!({:?})),",
                file.display().to_string()
            )?;
        }
    }
    let out = Path::new(&env::var("OUT_DIR")?).join("apis.rs");
    fs::write(out, format!("&[{list}]"))?;
    Ok(())
}

fn sorted_entries(folder: &Path) -> Result<Vec<PathBuf>, Box<dyn Error>> {
    let entries = fs::read_dir(folder)?.map(|entry| entry.map(|entry| entry.path()));
    let mut paths = entries.collect::<Result<Vec<_>, _>>()?;
    paths.sort();
    Ok(paths)
}
