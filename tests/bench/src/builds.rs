//! Builds the types of each crate, without a client, by turns: `cargo check` and `cargo build`, in
//! processor time. What a crate depends on is built before.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;

use crate::compare::median;

/// The crates, and how a manifest depends on them.
const CRATES: [(&str, &str); 2] = [
    (
        "generated",
        concat!(
            "{ path = \"",
            env!("CARGO_MANIFEST_DIR"),
            "/../../generated\", features = [\"telegram\"] }"
        ),
    ),
    (
        "frankenstein",
        "{ version = \"=0.52.1\", default-features = false }",
    ),
];

/// The things that are measured.
const COMMANDS: [&str; 2] = ["check", "build"];

/// Measures so many rounds.
pub fn compare_builds(rounds: usize) {
    let packages = CRATES.map(|(name, dependency)| create_package(name, dependency));
    let measure = |_| packages.each_ref().map(|package| measure_package(package));
    let rounds: Vec<[[f64; 2]; 2]> = (0..rounds).map(measure).collect();
    for (at, command) in COMMANDS.iter().enumerate() {
        println!(
            "cargo {command}; medians of {} rounds by turns",
            rounds.len()
        );
        for (which, (name, _)) in CRATES.iter().enumerate() {
            let time = median(rounds.iter().map(|round| round[which][at]));
            let ratio = median(rounds.iter().map(|round| round[which][at] / round[1][at]));
            println!("  {name:13} {time:6.2} s of processor time {ratio:6.3} ×");
        }
    }
}

/// An empty package that depends on one of the crates.
struct Package {
    name: &'static str,
    folder: PathBuf,
}

/// Creates a package, and builds it once.
fn create_package(name: &'static str, dependency: &str) -> Package {
    let folder = std::env::temp_dir().join("bench-builds").join(name);
    fs::create_dir_all(folder.join("src")).expect("a folder");
    let head = "[package]\nname = \"empty\"\nedition = \"2024\"\n[workspace]\n[dependencies]\n";
    let manifest = format!("{head}{name} = {dependency}\n");
    fs::write(folder.join("Cargo.toml"), manifest).expect("a manifest");
    fs::write(folder.join("src/lib.rs"), "").expect("a file");
    // The versions of this package's dependencies count for both.
    let lock = Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.lock");
    fs::copy(lock, folder.join("Cargo.lock")).expect("the lock file");
    let package = Package { name, folder };
    COMMANDS.iter().for_each(|command| package.run(&[command]));
    package
}

fn measure_package(package: &Package) -> [f64; 2] {
    package.run(&["clean", "--package", package.name]);
    COMMANDS.map(|command| {
        let before = children_time();
        package.run(&[command]);
        children_time() - before
    })
}

impl Package {
    /// Runs cargo in its folder.
    fn run(&self, arguments: &[&str]) {
        let mut command = Command::new("cargo");
        command.args(arguments).arg("--quiet");
        command.env("CARGO_TARGET_DIR", self.folder.join("target"));
        let status = command.current_dir(&self.folder).status().expect("cargo");
        assert!(status.success(), "{}: {arguments:?}", self.name);
    }
}

/// Seconds of processor time that the processes that this one waited for have used.
fn children_time() -> f64 {
    let stat = fs::read_to_string("/proc/self/stat").expect("Linux");
    // The name of the program stands in parentheses. After it, the times of children are the 14th
    // and the 15th figure, in hundredths of a second.
    let (_, figures) = stat.rsplit_once(')').expect("a name");
    let times = figures.split_whitespace().skip(13).take(2);
    times
        .filter_map(|time| time.parse::<f64>().ok())
        .sum::<f64>()
        / 100.0
}
