//! The command as `cargo install` puts it into a folder: nothing of the checkout that it was built from is beside it.

use std::fs;
use std::path::{Path, PathBuf};
use std::process::{Command, Output, Stdio};
use std::sync::{Mutex, MutexGuard, PoisonError};
use tempfile::TempDir;
use toolchain::tested::{left_behind, package, program};

/// A folder with the installed command, and a person's own folders.
struct Installed {
    folder: TempDir,
    _alone: MutexGuard<'static, ()>,
}

impl Installed {
    fn new() -> Installed {
        // A program that is being written cannot be started. Anyone who starts another at that moment writes to it too,
        // until that other one has begun.
        static ALONE: Mutex<()> = Mutex::new(());
        let alone = ALONE.lock().unwrap_or_else(PoisonError::into_inner);
        let folder = tempfile::tempdir().unwrap();
        fs::create_dir_all(folder.path().join("bin")).unwrap();
        fs::copy(program("cargo-book"), folder.path().join("bin/cargo-book")).unwrap();
        Installed { folder, _alone: alone }
    }

    fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// What it ends with, and all that it says.
    fn ends(&self, arguments: &[&str]) -> (Option<i32>, String) {
        let output = self.call(arguments);
        (output.status.code(), String::from_utf8([output.stdout, output.stderr].concat()).unwrap())
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

/// What is in there is compiled for a while, and so it is kept from one run of the tests to the next. The programs that are
/// explored here have next to nothing to explore, so what explores them need not be fast, which takes a quarter of the time
/// to compile. A person's own configuration of Cargo may say so, too.
fn cache() -> PathBuf {
    let cache = left_behind("cache");
    fs::create_dir_all(cache.join(".cargo")).unwrap();
    fs::write(cache.join(".cargo/config.toml"), "[profile.dev.package.\"*\"]\nopt-level = 0\n").unwrap();
    cache
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

#[test]
fn a_server_that_is_not_installed_is_missed_only_where_it_would_be_started() {
    let installed = Installed::new();
    let has = |arguments: &[&str], status: i32, words: &str| {
        let (ended, said) = installed.ends(arguments);
        assert!(ended == Some(status) && said.contains(words), "{arguments:?}: {ended:?}\n{said}");
    };
    has(&["serve", "--help"], 0, "Usage: cargo book serve [OPTIONS]");
    has(&["serve", "--port", "soup"], 2, "invalid value 'soup' for '--port <PORT>'");
    has(&["serve"], 1, "no book.toml here or above");
    fs::write(installed.folder().join("book.toml"), "").unwrap();
    has(
        &["serve"],
        1,
        "the program that serves the book is not installed\n  help: install it from where you installed this one",
    );
    has(&["serve"], 1, "`cargo install --path tools/serve`; `cargo book --open` needs none");
}

#[cfg(unix)]
#[test]
fn the_server_that_is_installed_beside_it_is_told_what_was_asked_for_and_has_the_last_word() {
    use std::os::unix::fs::PermissionsExt;
    let installed = Installed::new();
    fs::write(installed.folder().join("book.toml"), "").unwrap();
    let server = installed.folder().join("bin/serve");
    fs::write(&server, "#!/bin/sh\nprintf '%s|' \"$@\"\nexit 7\n").unwrap();
    fs::set_permissions(&server, fs::Permissions::from_mode(0o755)).unwrap();
    let root = installed.folder().canonicalize().unwrap();
    let expected = |rest: &str| (Some(7), format!("{}|{rest}|", root.display()));
    assert_eq!(installed.ends(&["serve"]), expected("--hostname=127.0.0.1|--port=3000"));
    assert_eq!(
        installed.ends(&["book", "serve", "-n", "desk.local", "-p", "0", "--open"]),
        expected("--hostname=desk.local|--port=0|--open")
    );
}
