//! The tools in another book than this one: installed as anyone would, in a book that is nowhere near the checkout.
//!
//! The book has a crate of its own that its listings use, a listing that must not compile because of that crate, one that
//! panics, and one that is explored. Its pages are built by stock mdBook; where that is missing, this is reported as ignored,
//! with the reason.

use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use tempfile::TempDir;
use toolchain::tested::package;
use trials::{Asked, Failed, Trial};

fn main() -> ExitCode {
    const NAME: &str = "a_book_elsewhere_is_blessed_checked_built_and_tested_by_installed_tools";
    let trial = match which::which("mdbook") {
        Ok(mdbook) => Trial::test(NAME, move || a_book_elsewhere(&mdbook)),
        Err(_) => {
            let missing = "there is no mdbook: `cargo install mdbook`";
            eprintln!("The tools are not tried in another book: {missing}");
            Trial::test(NAME, move || Err(Failed::from(missing))).with_kind("no mdbook").with_ignored_flag(true)
        }
    };
    Asked::by_the_command_line().run(vec![trial]).exit_code()
}

/// The packages whose programs are installed.
const TOOLS: [&str; 3] = ["mdbook-listings", "mdbook-site", "book"];

/// What an author writes.
const BOOK: [(&str, &str); 11] = [
    (
        "book.toml",
        "[book]\ntitle = \"Harbour\"\nsrc = \"src\"\n\n[preprocessor.listings]\nplayground = \"none\"\n\
         standard-library = \"none\"\n",
    ),
    ("rust-toolchain.toml", include_str!("../rust-toolchain.toml")),
    (
        "Cargo.toml",
        "[workspace]\nresolver = \"3\"\nmembers = [\"tally\", \"listings/*\"]\n\n[profile.listing]\ninherits = \"dev\"\n",
    ),
    ("tally/Cargo.toml", "[package]\nname = \"tally\"\nversion = \"0.1.0\"\nedition = \"2024\"\n"),
    (
        "tally/src/lib.rs",
        "//! Counts on one thread.\n\nuse std::rc::Rc;\n\n/// A count that stays where it is.\n#[derive(Clone, Default)]\n\
         pub struct Tally(Rc<std::cell::Cell<u32>>);\n\nimpl Tally {\n    /// Counts one more.\n    pub fn count(&self) -> u32 {\n        \
         self.0.set(self.0.get() + 1);\n        self.0.get()\n    }\n}\n",
    ),
    (
        "listings/harbour/Cargo.toml",
        "bin = [\n]\n\n[package]\nname = \"harbour\"\nedition = \"2024\"\n\n[dependencies]\ntally = { path = \"../../tally\" }\n",
    ),
    (
        "listings/harbour/src/bin/cars-counted.rs",
        "//! Cars are counted as they drive aboard\n\nuse tally::Tally;\n\nfn main() {\n    let cars = Tally::default();\n    \
         cars.count();\n    println!(\"{} cars\", cars.count());\n}\n",
    ),
    (
        "listings/harbour/fails/cars-counted-elsewhere.rs",
        "//! A second thread may not count on the same tally\n//!\n//! If this compiled, two threads could count at once and a car \
         could get lost.\n//@ fixed-by: harbour/cars-counted\n\nuse tally::Tally;\n\nfn main() {\n    let cars = Tally::default();\n    \
         std::thread::spawn(move || cars.count()).join().unwrap(); //~ E0277: cannot be sent between threads safely\n}\n",
    ),
    (
        "listings/harbour/src/bin/full.rs",
        "//! A full ferry takes nobody\n//@ panics\n\nfn main() {\n    let places: u32 = 0;\n    \
         places.checked_sub(1).expect(\"the ferry is full\"); //~ panic: the ferry is full\n}\n",
    ),
    (
        "listings/harbour/src/bin/two-captains.rs",
        "//! Two captains report in either order\n//@ schedules\n//@ outcome: north | south\n//@ outcome: south | north\n\n\
         use std::thread;\n\nfn main() {\n    let north = thread::spawn(|| println!(\"north\"));\n    println!(\"south\");\n    \
         north.join().unwrap();\n}\n",
    ),
    (
        "src/harbour.md",
        "# The harbour\n\nHow many cars are aboard?\n\n{{#listing harbour/cars-counted}}\n\nCould two count?\n\n\
         {{#listing harbour/cars-counted-elsewhere}}\n\n{{#listing harbour/full}}\n\n{{#listing harbour/two-captains}}\n\n\
         ## Remember\n\n- Count on one thread.\n\n## Questions\n\n**Why?**\n\nSince `Rc` isn't `Send`.\n",
    ),
];

fn a_book_elsewhere(mdbook: &Path) -> Result<(), Failed> {
    let tools = Tools::installed()?;
    let folder = tempfile::tempdir()?;
    let write = |file: &str, text: &str| -> std::io::Result<()> {
        let path = folder.path().join(file);
        std::fs::create_dir_all(path.parent().unwrap_or(folder.path()))?;
        std::fs::write(path, text)
    };
    for (file, text) in BOOK {
        write(file, text)?;
    }
    write("src/SUMMARY.md", "# Summary\n\n- [The harbour](harbour.md)\n")?;
    let book = folder.path();
    let run = |program: &Path, arguments: &[&str]| tools.run(book, program, arguments);

    run(&tools.program("mdbook-listings"), &["install"])?;
    run(&tools.program("mdbook-site"), &["install"])?;
    let cargo_book = tools.program("cargo-book");
    run(&cargo_book, &["book", "bless"])?;
    let checked = run(&cargo_book, &["book", "check"])?;
    has(&checked, "0 failed")?;

    run(mdbook, &["build"])?;
    let page = std::fs::read_to_string(book.join("book/html/harbour.html"))?;
    for shown in ["2 cars", "cannot be sent between threads safely", "the ferry is full", "Be the scheduler"] {
        has(&page, shown)?;
    }
    // Of this its book.toml wants none.
    for linked in ["play.rust-lang.org", "doc.rust-lang.org"] {
        if page.contains(linked) {
            return Err(format!("the page has a link to {linked}").into());
        }
    }
    for made in [
        "book/html/search/names.js",
        "book/html/downloads/harbour.zip",
        "book/html/downloads/harbour-whole-book.zip",
        "theme/scheduler.js",
    ] {
        if !book.join(made).is_file() {
            return Err(format!("there is no {made}").into());
        }
    }
    run(mdbook, &["test"])?;
    for file in std::fs::read_dir(book.join("listings/harbour/fails"))?
        .chain(std::fs::read_dir(book.join("listings/harbour/src/bin"))?)
    {
        let text = std::fs::read_to_string(file?.path())?;
        for path in [package(), book, tools.root.path()] {
            if text.contains(&path.display().to_string()) {
                return Err(format!("evidence has a path of this machine:\n{text}").into());
            }
        }
    }

    // Nothing passes that does not do what it says.
    let cars = book.join("listings/harbour/src/bin/cars-counted.rs");
    let text = std::fs::read_to_string(&cars)?.replace("{} cars", "{} lorries");
    std::fs::write(&cars, text)?;
    match run(&cargo_book, &["book", "check"]) {
        Ok(said) => Err(format!("an edited listing passes:\n{said}").into()),
        Err(_) => Ok(()),
    }
}

fn has(text: &str, wanted: &str) -> Result<(), Failed> {
    if text.contains(wanted) { Ok(()) } else { Err(format!("no `{wanted}` in\n{text}").into()) }
}

/// The programs, where nobody else's are.
struct Tools {
    root: TempDir,
}

impl Tools {
    /// Installs them by Cargo, in the folder in which it has built this test already.
    fn installed() -> Result<Tools, Failed> {
        let root = tempfile::tempdir()?;
        for tool in TOOLS {
            // With the settings that this test was built with, so that as little as possible is built again.
            let mut cargo = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
            cargo.args(["install", "--debug", "--locked", "--offline", "--quiet", "--path"]);
            cargo.arg(package().join("tools").join(tool)).arg("--root").arg(root.path());
            cargo.arg("--target-dir").arg(toolchain::target().unwrap_or_default()).current_dir(package());
            let output = cargo.output()?;
            if !output.status.success() {
                return Err(format!("{tool} is not installed:\n{}", String::from_utf8_lossy(&output.stderr)).into());
            }
        }
        Ok(Tools { root })
    }

    fn program(&self, name: &str) -> PathBuf {
        self.root.path().join("bin").join(name).with_extension(std::env::consts::EXE_EXTENSION)
    }

    /// Runs a program in the book, with the tools on its path; returns what it prints.
    fn run(&self, book: &Path, program: &Path, arguments: &[&str]) -> Result<String, Failed> {
        let path = std::env::var_os("PATH").unwrap_or_default();
        let path =
            std::env::join_paths([self.root.path().join("bin")].into_iter().chain(std::env::split_paths(&path)))?;
        let mut command = Command::new(program);
        command.args(arguments).current_dir(book).env("PATH", path);
        // What Cargo has told this test is about this package.
        for (name, _) in std::env::vars_os() {
            if name.to_string_lossy().starts_with("CARGO") && name != "CARGO_HOME" || name == "RUSTUP_TOOLCHAIN" {
                command.env_remove(name);
            }
        }
        let output = command.output()?;
        let (out, err) = (String::from_utf8_lossy(&output.stdout), String::from_utf8_lossy(&output.stderr));
        match output.status.success() {
            true => Ok(format!("{out}{err}")),
            false => {
                Err(format!("{} {}: {}\n{out}{err}", program.display(), arguments.join(" "), output.status).into())
            }
        }
    }
}
