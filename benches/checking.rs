//! What it costs to check all listings and to render the book, beside `mdbook test` and one Cargo project for each
//! listing: `cargo bench`.
//!
//! Everything is measured in one run, on a copy of the book in a temporary folder. The table is Markdown. With `cargo bench
//! --bench checking -- --once` each thing is measured once, and without the projects, which take longest.

use catalog::{Catalog, Exploring, Id, Intent, Listing, Stdout, blessed_file};
use checker::{Checker, Remembering};
use explorer::{Explorer, Limits};
use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use std::collections::BTreeSet;
use std::fs::{self, File};
use std::io::Write;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;
use std::time::{Duration, Instant};
use toolchain::tested::package as repository;

/// How often what takes seconds is measured.
const RUNS: usize = 5;

/// How often what takes long is measured.
const FEWER_RUNS: usize = 3;

/// What the copy is made of: all that Cargo, mdBook and the checker look at.
const PARTS: [&str; 11] = [
    "Cargo.lock",
    "Cargo.toml",
    "benches",
    "book.toml",
    "listings",
    "rust-toolchain.toml",
    "src",
    "tests",
    "theme",
    "measurements",
    "tools",
];

fn main() {
    // `cargo test --all-targets` starts this program too, and is not meant to wait for it.
    if !std::env::args().any(|argument| argument == "--bench") {
        println!("this is a benchmark; run it with `cargo bench`");
        return;
    }
    let folder = tempfile::tempdir().expect("a temporary folder");
    let book = folder.path().join("book");
    fs::create_dir(&book).expect("a folder for the copy");
    for name in PARTS {
        copy(&repository().join(name), &book.join(name));
    }
    let catalog = Catalog::load(&book).unwrap_or_else(|problems| panic!("{problems}"));
    let projects = Projects::new(&catalog, &folder.path().join("projects"));
    describe(&catalog);

    let once = std::env::args().any(|argument| argument == "--once");
    let mut table = Table { rows: Vec::new(), most: if once { 1 } else { usize::MAX } };
    let stock = table.measure("`mdbook test`", RUNS, |_| {}, || mdbook_test(&book));
    let forget = |_| ["explorer", "listings", "passed"].iter().for_each(|name| remove(&book.join("target").join(name)));
    let cold = table.measure("checking, cold: no listing built", FEWER_RUNS, forget, || check(afresh(&book)));
    table.measure("checking afresh: all of them built", FEWER_RUNS, |_| {}, || check(afresh(&book)));
    let unchanged = table.measure("checking, nothing changed", RUNS, |_| {}, || check(remembering(&book)));
    let edited = listing_to_edit(&catalog);
    let edit = |run| {
        append(&book.join(&edited.file), &format!("\n// Edited {run} times.\n"));
        // What it does is the same, and known: without this the check would refuse it unblessed.
        let catalog = Catalog::load(&book).unwrap_or_else(|problems| panic!("{problems}"));
        for part in &catalog.parts {
            let blessed = catalog.blessed_as_they_stand(part);
            fs::write(book.join(blessed_file(&part.name)), blessed).expect("the record of what was blessed");
        }
    };
    let after_edit = table.measure("checking, after an edit of one", RUNS, edit, || check(remembering(&book)));
    let explored = folder.path().join("explored");
    let exploring = table.measure("exploring alone, warm", RUNS, |_| {}, || explore(&catalog, &explored));
    let rendered = table.measure("rendering: `cargo book`", RUNS, |_| {}, || render(&book));
    if !once {
        table.measure("a Cargo project each, cold", FEWER_RUNS, |_| projects.remove_targets(), || projects.run());
        table.measure("a Cargo project each, warm", FEWER_RUNS, |_| {}, || projects.run());
    }
    table.print(catalog.listings.len(), stock);

    println!("\nExpected:\n");
    expect("cold checking takes at most 1.5 times as long as `mdbook test`", cold <= stock * 3 / 2);
    expect("checking after an edit of one listing takes less than 2 s", after_edit < Duration::from_secs(2));
    expect("checking where nothing has changed takes less than 1 s", unchanged < Duration::from_secs(1));
    expect("exploring alone takes at most 10 s", exploring <= Duration::from_secs(10));
    expect("rendering takes less than 1 s", rendered < Duration::from_secs(1));
}

fn describe(catalog: &Catalog) {
    let count = |word: &str| catalog.listings.values().filter(|listing| listing.intent.word() == word).count();
    let kinds = ["runs", "panics", "hangs", "may-hang", "fails"].map(|word| format!("{} {word}", count(word)));
    let compiler = catalog::pinned_compiler(&catalog.root).unwrap_or_else(|problem| panic!("{problem}"));
    println!(
        "{} listings ({}), rustc {compiler}, {} at a time\n",
        catalog.listings.len(),
        kinds.join(", "),
        checker::at_a_time()
    );
}

fn expect(what: &str, met: bool) {
    println!("- {what}: {}", if met { "yes" } else { "NO" });
}

/// Rows, each with the times of its runs, sorted.
struct Table {
    rows: Vec<(&'static str, Vec<Duration>)>,
    /// How often anything is measured at most.
    most: usize,
}

impl Table {
    /// Measures `work` some times, each after `prepare`, which is told how often that has been done, and returns the
    /// median.
    fn measure(
        &mut self,
        what: &'static str,
        runs: usize,
        mut prepare: impl FnMut(usize),
        mut work: impl FnMut(),
    ) -> Duration {
        // One that does not count: what only the first run finds cold is the system's, not ours.
        prepare(0);
        work();
        let mut times: Vec<Duration> = (1..=runs.min(self.most))
            .map(|run| {
                prepare(run);
                let started = Instant::now();
                work();
                started.elapsed()
            })
            .collect();
        times.sort();
        let median = times[times.len() / 2];
        eprintln!("measured: {what}: {:.2} s", median.as_secs_f64());
        self.rows.push((what, times));
        median
    }

    fn print(&self, listings: usize, stock: Duration) {
        println!("| {listings} listings | minimum | median | runs | of `mdbook test` |");
        println!("|---|--:|--:|--:|--:|");
        for (what, times) in &self.rows {
            let median = times[times.len() / 2];
            println!(
                "| {what} | {:.2} s | {:.2} s | {} | {:.2} |",
                times[0].as_secs_f64(),
                median.as_secs_f64(),
                times.len(),
                median.as_secs_f64() / stock.as_secs_f64()
            );
        }
    }
}

/// Does something for every listing, several at a time.
fn for_each(listings: &[&Listing], work: impl Fn(&Listing) + Sync) {
    let next = AtomicUsize::new(0);
    thread::scope(|scope| {
        for _ in 0..checker::at_a_time() {
            scope.spawn(|| {
                while let Some(listing) = listings.get(next.fetch_add(1, Ordering::Relaxed)) {
                    work(listing);
                }
            });
        }
    });
}

fn checker(book: &Path) -> Checker {
    Checker::new(book).unwrap_or_else(|problems| panic!("{problems}"))
}

/// As `cargo test` checks, who knows what has passed.
fn remembering(book: &Path) -> Remembering {
    Remembering::of(checker(book))
}

/// As `CHECK_AFRESH=1 cargo test` does.
fn afresh(book: &Path) -> Remembering {
    Remembering::afresh(checker(book))
}

/// What `cargo test` does with the listings once the test program is built.
fn check(checker: Remembering) {
    let is_due = |listing: &&Listing| !checker.knows(listing);
    let due: BTreeSet<Id> =
        checker.catalog().listings.values().filter(is_due).map(|listing| listing.id.clone()).collect();
    let checker = checker.only(due.clone());
    // A thread for each: most of them wait, and no more listings are run at a time than is good.
    thread::scope(|scope| {
        for listing in checker.catalog().listings.values() {
            let checker = &checker;
            let is_due = due.contains(&listing.id);
            scope.spawn(move || {
                let checked = if is_due { checker.check(listing) } else { checker.look_at(listing) };
                checked.unwrap_or_else(|problems| panic!("{problems}"));
            });
        }
    });
}

/// What checking does with the listings that say `//@ schedules`, beside running them.
fn explore(catalog: &Catalog, folder: &Path) {
    let explorer = Explorer::new(catalog, folder);
    let listings: Vec<&Listing> = catalog.listings.values().filter(|listing| listing.schedules.is_some()).collect();
    for_each(&listings, |listing| {
        drop(explorer.explore(listing, Limits::CHECKING).unwrap_or_else(|problems| panic!("{problems}")))
    });
}

/// What `mdbook test` does, with the preprocessor in this process: without the start of two programs.
fn mdbook_test(book: &Path) {
    let mut book = MDBook::load(book).expect("a book that can be read");
    book.with_preprocessor(Listings);
    book.test(Vec::new()).expect("a book whose listings pass");
}

/// `cargo book` as a person calls it, but on the copy; the tool is built by the run that does not count.
fn render(book: &Path) {
    let manifest = repository().join("Cargo.toml");
    let command = cargo(book).args(["run", "--quiet", "--package", "book", "--manifest-path"]).arg(manifest).status();
    assert!(command.expect("cargo runs").success(), "`cargo book` fails");
}

/// A listing whose edit changes nothing but itself: a program, no repair of another, and without marked lines. It's one that
/// is explored, which takes longest.
fn listing_to_edit(catalog: &Catalog) -> &Listing {
    let is_repair = |id: &Id| {
        let repairs = |listing: &Listing| matches!(&listing.intent, Intent::Fails { fixed_by } if fixed_by == id);
        catalog.listings.values().any(repairs)
    };
    let fits = |listing: &&Listing| {
        listing.intent == Intent::Runs(Stdout::Exact)
            && listing.schedules == Some(Exploring::Every)
            && listing.marks.is_empty()
            && !is_repair(&listing.id)
    };
    catalog.listings.values().find(fits).expect("a listing that runs, is explored, and repairs none")
}

fn cargo(folder: &Path) -> Command {
    let mut command = Command::new(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    command.current_dir(folder).stdin(Stdio::null()).stdout(Stdio::null());
    command
}

/// Every listing without crates as a Cargo project with a target folder of its own, as The Rust Programming Language keeps
/// them. The others would compile their crates once for each.
struct Projects<'a> {
    folder: PathBuf,
    listings: Vec<&'a Listing>,
}

impl<'a> Projects<'a> {
    fn new(catalog: &'a Catalog, folder: &Path) -> Projects<'a> {
        let listings = catalog.listings.values().filter(|listing| catalog.crates_of(listing).is_empty()).collect();
        let projects = Projects { folder: folder.to_path_buf(), listings };
        for listing in &projects.listings {
            let project = projects.project(listing);
            let manifest = format!(
                "[package]\nname = \"{}\"\nversion = \"0.1.0\"\nedition = \"{}\"\n",
                listing.id.name,
                listing.edition.year()
            );
            fs::create_dir_all(project.join("src")).expect("a folder for a project");
            fs::write(project.join("Cargo.toml"), manifest).expect("a manifest");
            fs::write(project.join("src/main.rs"), listing.shown.text()).expect("a program");
        }
        projects
    }

    fn project(&self, listing: &Listing) -> PathBuf {
        self.folder.join(&listing.id.part).join(&listing.id.name)
    }

    fn remove_targets(&self) {
        for listing in &self.listings {
            remove(&self.project(listing).join("target"));
        }
    }

    /// Builds those that never end or must not compile, and runs the others; only the exit status is looked at.
    fn run(&self) {
        for_each(&self.listings, |listing| {
            let (verb, wanted) = match listing.intent {
                Intent::Runs(_) => ("run", 0),
                Intent::Panics => ("run", 101),
                Intent::Hangs | Intent::MayHang | Intent::Races => ("build", 0),
                Intent::Fails { .. } => ("build", 101),
            };
            let mut command = cargo(&self.project(listing));
            command.env_remove("CARGO_TARGET_DIR").args([verb, "--quiet", "--offline"]).stderr(Stdio::null());
            let status = command.status().expect("cargo runs");
            assert_eq!(status.code(), Some(wanted), "{}: cargo {verb}", listing.id);
        });
    }
}

fn append(file: &Path, text: &str) {
    let written = File::options().append(true).open(file).and_then(|mut file| file.write_all(text.as_bytes()));
    written.unwrap_or_else(|error| panic!("{}: {error}", file.display()));
}

fn remove(folder: &Path) {
    if folder.exists() {
        fs::remove_dir_all(folder).unwrap_or_else(|error| panic!("{}: {error}", folder.display()));
    }
}

/// Copies a file, or a folder with all that is in it.
fn copy(from: &Path, to: &Path) {
    if from.is_dir() {
        fs::create_dir_all(to).unwrap_or_else(|error| panic!("{}: {error}", to.display()));
        for entry in fs::read_dir(from).unwrap_or_else(|error| panic!("{}: {error}", from.display())) {
            let name = entry.expect("an entry of a folder").file_name();
            copy(&from.join(&name), &to.join(&name));
        }
    } else {
        fs::copy(from, to).unwrap_or_else(|error| panic!("{}: {error}", from.display()));
    }
}
