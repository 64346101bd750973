//! `cargo book pdf` with the browser that prints. Where there is none, its test is reported as ignored.

use libtest_mimic::{Arguments, Failed, Trial};
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};

fn main() -> ExitCode {
    let found = browser();
    let missing = found.is_none();
    if missing {
        eprintln!("What prints is ignored: there is no Chromium on the path, nor in the variable CHROMIUM");
    }
    let print = move || found.as_deref().map_or_else(|| Err(Failed::from("there is no browser")), prints);
    let trials = vec![
        Trial::test("the_book_is_printed_with_an_outline_and_tags", print).with_ignored_flag(missing),
        Trial::test("without_a_browser_it_says_what_to_install", || {
            says_what_to_install();
            Ok(())
        }),
    ];
    libtest_mimic::run(&Arguments::from_args(), trials).exit_code()
}

fn browser() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM") {
        return Some(PathBuf::from(path)).filter(|path| path.is_file());
    }
    let names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable"];
    let path = std::env::var_os("PATH")?;
    let folders: Vec<PathBuf> = std::env::split_paths(&path).collect();
    names.iter().find_map(|name| folders.iter().map(|folder| folder.join(name)).find(|file| file.is_file()))
}

/// A book with one listing.
fn little_book() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    let write = |file: &str, text: &str| {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(path, text).unwrap();
    };
    write(
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"listings/*\"]\n\n[profile.listing]\ninherits = \"dev\"\n",
    );
    write("rust-toolchain.toml", include_str!("../../../rust-toolchain.toml"));
    write("book.toml", "[book]\ntitle = \"Little\"\n");
    write("src/SUMMARY.md", "# Summary\n\n- [Greeting](greeting.md)\n");
    write("src/greeting.md", "# Greeting\n\nOne line.\n\n{{#listing demo/greet}}\n");
    let manifest = "bin = [\n    { name = \"greet\", test = false, bench = false, doc = false },\n]\n\n[package]\nname = \"demo\"\nedition = \"2024\"\n";
    write("listings/demo/Cargo.toml", manifest);
    write("listings/demo/src/bin/greet.rs", "//! A greeting\n\nfn main() {\n    println!(\"good morning\");\n}\n");
    write("listings/numbers.txt", "demo/greet\n");
    write("listings/demo/src/bin/greet.stdout", "good morning\n");
    folder
}

fn book_pdf(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_book"));
    command.arg("pdf").current_dir(folder);
    command
}

fn prints(browser: &Path) -> Result<(), Failed> {
    let folder = little_book();
    let output = book_pdf(folder.path()).env("CHROMIUM", browser).output().unwrap();
    if !output.status.success() {
        return Err(Failed::from(String::from_utf8_lossy(&output.stderr).into_owned()));
    }
    let file = String::from_utf8(output.stdout).unwrap();
    let bytes = std::fs::read(file.trim()).unwrap();
    let has = |words: &[u8]| bytes.windows(words.len()).any(|window| window == words);
    assert!(bytes.starts_with(b"%PDF-"));
    assert!(has(b"/Outlines"), "no outline");
    assert!(has(b"/StructTreeRoot"), "no tags");
    Ok(())
}

fn says_what_to_install() {
    let folder = little_book();
    let output = book_pdf(folder.path()).env("PATH", "").env_remove("CHROMIUM").output().unwrap();
    assert!(!output.status.success());
    let told = String::from_utf8(output.stderr).unwrap();
    assert!(told.contains("help: install Chromium, or give a browser's path in the variable CHROMIUM"), "{told}");
}
