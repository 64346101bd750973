//! `cargo book` as a person uses it: on a little book, by its own program.

mod little_book;

use little_book::{book, little_book};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::TcpStream;
use std::path::Path;
use std::process::{Child, Output, Stdio};

fn run(folder: &Path, arguments: &[&str]) -> Output {
    book(folder).args(arguments).output().unwrap()
}

fn out(output: &Output) -> String {
    String::from_utf8(output.stdout.clone()).unwrap()
}

fn err(output: &Output) -> String {
    String::from_utf8(output.stderr.clone()).unwrap()
}

#[test]
fn an_author_blesses_a_new_listing_and_the_book_builds() {
    let folder = little_book();
    let too_early = run(folder.path(), &[]);
    assert!(!too_early.status.success());
    assert!(err(&too_early).contains("run `cargo book bless demo/greet`"), "{}", err(&too_early));

    let blessed = run(folder.path(), &["bless", "demo/greet"]);
    assert!(blessed.status.success(), "{}", err(&blessed));
    assert!(out(&blessed).contains("+good morning"), "the difference is printed: {}", out(&blessed));
    assert!(out(&blessed).ends_with("1 listings, 4 files changed, 0 listings left alone\n"), "{}", out(&blessed));

    let again = run(folder.path(), &["bless"]);
    assert_eq!(out(&again), "1 listings, 0 files changed, 0 listings left alone\n");

    let built = run(folder.path(), &[]);
    assert!(built.status.success(), "{}", err(&built));
    let page = std::fs::read_to_string(out(&built).trim()).unwrap();
    assert!(page.contains("good morning"));
}

#[test]
fn a_folder_below_the_root_will_do() {
    let folder = little_book();
    assert!(run(folder.path(), &["bless"]).status.success());
    let listed = run(&folder.path().join("listings/demo"), &["list"]);
    assert!(out(&listed).contains("demo/greet"), "{}", err(&listed));
}

#[test]
fn a_list_whose_reader_has_seen_enough_ends_quietly() {
    let folder = little_book();
    let (reader, writer) = std::io::pipe().unwrap();
    drop(reader);
    let listed = book(folder.path()).arg("list").stdout(writer).output().unwrap();
    assert!(listed.status.success());
    assert_eq!(err(&listed), "");
}

#[test]
fn a_folder_that_is_no_book_is_refused() {
    let folder = tempfile::tempdir().unwrap();
    let refused = run(folder.path(), &["list"]);
    assert!(!refused.status.success());
    assert!(
        err(&refused).ends_with("no book.toml here or above\n  help: go to a folder of the book\n"),
        "{}",
        err(&refused)
    );
}

#[test]
fn a_filter_that_means_no_listing_is_refused() {
    let folder = little_book();
    let refused = run(folder.path(), &["bless", "demo/greeet"]);
    assert!(!refused.status.success());
    assert_eq!(err(&refused), "no listing's id contains `demo/greeet`\n  help: see `cargo book list`\n");
}

#[test]
fn the_list_has_all_that_is_known_of_a_listing() {
    let folder = little_book();
    std::fs::write(folder.path().join("listings/numbers.txt"), "demo/gone\ndemo/greet\n").unwrap();
    let listed: serde_json::Value = serde_json::from_str(&out(&run(folder.path(), &["list", "--json"]))).unwrap();
    let expected = serde_json::json!([{
        "id": "demo/greet",
        "number": 2,
        "caption": "A greeting",
        "verdict": "runs",
        "codes": [],
        "chapter": "src/greeting.md",
        "file": "listings/demo/src/bin/greet.rs",
    }]);
    assert_eq!(listed, expected);
}

#[test]
fn every_command_has_help() {
    let folder = tempfile::tempdir().unwrap();
    for command in [&[][..], &["serve"], &["list"], &["bless"]] {
        let help = run(folder.path(), &[command, &["--help"]].concat());
        assert!(help.status.success());
        assert!(out(&help).contains("Usage: cargo book"), "{}", out(&help));
    }
}

/// A served book; killed when it is dropped.
struct Served {
    child: Child,
    lines: std::io::Lines<BufReader<std::process::ChildStdout>>,
    address: String,
}

impl Served {
    fn start(folder: &Path) -> Served {
        let mut child = book(folder).args(["serve", "--port", "0"]).stdout(Stdio::piped()).spawn().unwrap();
        let mut lines = BufReader::new(child.stdout.take().unwrap()).lines();
        let line = lines.next().unwrap().unwrap();
        let address = line.strip_prefix("serving http://").and_then(|line| line.split('/').next()).unwrap().to_string();
        Served { child, lines, address }
    }

    fn get(&self, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {}\r\nConnection: close\r\n\r\n", self.address).unwrap();
        let mut answer = String::new();
        stream.read_to_string(&mut answer).unwrap();
        answer
    }
}

impl Drop for Served {
    fn drop(&mut self) {
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

#[test]
fn a_served_book_is_on_this_machine_alone_and_is_built_anew_after_a_change() {
    let folder = little_book();
    assert!(run(folder.path(), &["bless"]).status.success());
    let mut served = Served::start(folder.path());
    assert!(served.address.starts_with("127.0.0.1:"), "{}", served.address);
    let page = served.get("/greeting.html");
    assert!(page.starts_with("HTTP/1.1 200") && page.contains("One line."), "{page}");
    assert!(served.get("/no-such-page.html").starts_with("HTTP/1.1 404"));

    std::fs::write(folder.path().join("src/greeting.md"), "# Greeting\n\nTwo lines.\n\n{{#listing demo/greet}}\n")
        .unwrap();
    // More than once, if the change was seen while it was being written.
    loop {
        assert_eq!(served.lines.next().unwrap().unwrap(), "built anew");
        if served.get("/greeting.html").contains("Two lines.") {
            break;
        }
    }
}
