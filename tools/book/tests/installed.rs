//! The command as `cargo install` puts it into a folder: nothing of the checkout that it was built from is beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use tempfile::TempDir;
use toolchain::tested::{left_behind, package, program};

/// A folder with the installed command, and a person's own folders.
struct Installed(TempDir);

impl Installed {
    fn new() -> Installed {
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("bin")).unwrap();
        fs::copy(program("cargo-book"), folder.path().join("bin/cargo-book")).unwrap();
        Installed(folder)
    }

    fn folder(&self) -> &Path {
        self.0.path()
    }

    fn call(&self, arguments: &[&str]) -> Output {
        let mut command = Command::new(self.folder().join("bin/cargo-book"));
        command.current_dir(self.folder()).args(arguments).stdin(Stdio::null());
        // Each system has another variable for where a person keeps things.
        for name in ["XDG_CACHE_HOME", "LOCALAPPDATA"] {
            command.env(name, cache());
        }
        command.output().unwrap()
    }
}

/// What is in there is compiled for a minute, and so it is kept from one run of the tests to the next.
fn cache() -> PathBuf {
    left_behind("cache")
}

const TWO: &str = "use std::thread;

fn main() {
    let other = thread::spawn(|| println!(\"other\"));
    println!(\"main\");
    other.join().unwrap();
}
";

#[test]
fn it_explores_a_file_by_what_it_has_with_it() {
    let installed = Installed::new();
    fs::write(installed.folder().join("two.rs"), TWO).unwrap();
    let output = installed.call(&["explore", "two.rs"]);
    let said = String::from_utf8([output.stdout, output.stderr].concat()).unwrap();
    assert!(output.status.success() && said.contains("2 outcomes"), "{said}");
    // It was built from there, and nothing was written beside the file.
    let engine = |root: &Path| fs::read_to_string(root.join("interleavings/src/search.rs")).unwrap();
    let written = cache().join("every-interleaving/look-alikes/tools");
    assert_eq!(engine(&written), engine(&package().join("..")));
    let there: Vec<_> = fs::read_dir(installed.folder()).unwrap().map(|it| it.unwrap().file_name()).collect();
    assert_eq!(there.len(), 2, "{there:?}");

    // No screen is installed beside it.
    let output = installed.call(&["explore", "two.rs", "--play=screen"]);
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(!output.status.success() && said.contains("`cargo install --path tools/play`; --play=lines"), "{said}");
}
