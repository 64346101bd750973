//! `cargo book` as a person uses it: on a little book, by its own program.

mod little_book;

use little_book::{book, little_book};
use process_wrap::std::{ChildWrapper, CommandWrap};
use std::io::{BufRead, BufReader, Read, Write};
use std::net::{TcpListener, TcpStream};
use std::path::Path;
use std::process::{ChildStdout, Output, Stdio};

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
    assert!(
        out(&blessed).ends_with("1 listings, 4 files changed, 0 listings left as they were\n"),
        "{}",
        out(&blessed)
    );

    let again = run(folder.path(), &["bless"]);
    assert_eq!(out(&again), "1 listings, 0 files changed, 0 listings left as they were\n");

    let built = run(folder.path(), &[]);
    assert!(built.status.success(), "{}", err(&built));
    let page = std::fs::read_to_string(out(&built).trim()).unwrap();
    assert!(page.contains("good morning"));
}

/// Cargo hands `book` over to the command that it finds installed.
#[test]
fn listings_are_checked_and_what_has_passed_is_not_run_again() {
    let folder = little_book();
    let settings = "[book]\ntitle = \"Little\"\n\n[preprocessor.listings]\ncommand = \"mdbook-listings\"\n\n\
                    [output.html]\n\n[output.site]\ncommand = \"mdbook-site\"\n";
    std::fs::write(folder.path().join("book.toml"), settings).unwrap();
    let check = |arguments: &[&str]| run(folder.path(), &[&["book", "check"], arguments].concat());
    let too_early = check(&[]);
    assert_eq!(too_early.status.code(), Some(1));
    assert!(err(&too_early).contains("run `cargo book bless demo/greet`"), "{}", err(&too_early));

    assert!(run(folder.path(), &["bless"]).status.success());
    let all = "3 checks: 3 passed, 0 failed\n";
    let remembered = "1 of 1 listings were not run again: nothing they depend on has changed since they passed. `cargo book check \
                      --afresh` runs all of them.\n";
    for (arguments, expected) in [
        (&[][..], all.to_string()),
        (&[][..], remembered.to_string() + all),
        (&["--afresh"], all.to_string()),
        (&["gree"], remembered.to_string() + "1 checks: 1 passed, 0 failed\n"),
        (&["demo/greet"], "1 checks: 1 passed, 0 failed\n".to_string()),
        (&["matrix"], "1 checks: 1 passed, 0 failed\n".to_string()),
    ] {
        let checked = check(arguments);
        assert_eq!((checked.status.code(), out(&checked)), (Some(0), expected), "{arguments:?}: {}", err(&checked));
    }
    assert!(err(&check(&["soup"])).contains("no listing's id contains `soup`\n  help: "));

    std::fs::write(folder.path().join("listings/demo/src/bin/greet.stdout"), "good evening\n").unwrap();
    let wrong = check(&["demo/greet"]);
    assert_eq!((wrong.status.code(), out(&wrong).as_str()), (Some(1), "1 checks: 0 passed, 1 failed\n"));
    let said = err(&wrong);
    assert!(
        said.starts_with("demo::greet\nlistings/demo/src/bin/greet.stdout: is not what was seen just now"),
        "{said}"
    );
    assert!(said.contains("-good evening") && said.contains("run `cargo book bless demo/greet`"), "{said}");
}

#[test]
fn the_book_is_built_where_it_is_wanted() {
    let folder = little_book();
    assert!(run(folder.path(), &["bless"]).status.success());
    let elsewhere = tempfile::tempdir().unwrap();
    let wanted = elsewhere.path().join("public").join("book");
    let built = run(folder.path(), &["--dest-dir", wanted.to_str().unwrap()]);
    assert_eq!(out(&built).trim(), wanted.join("html/index.html").to_str().unwrap(), "{}", err(&built));
    assert!(wanted.join("html/index.html").is_file() && wanted.join("html/search/names.js").is_file());
    assert!(!folder.path().join("book").exists());
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
        err(&refused).ends_with("no book.toml here or above\n  help: run this in a folder of the book\n"),
        "{}",
        err(&refused)
    );
}

#[test]
fn a_filter_that_means_no_listing_is_refused() {
    let folder = little_book();
    let refused = run(folder.path(), &["bless", "demo/greeet"]);
    assert!(!refused.status.success());
    assert_eq!(err(&refused), "no listing's id contains `demo/greeet`\n  help: is it `demo/greet`?\n");
}

#[test]
fn the_list_is_of_what_is_looked_for_and_fits_into_a_terminal() {
    let folder = little_book();
    let listed = out(&run(folder.path(), &["list", "GREETING", "runs"]));
    assert_eq!(listed, "demo/greet  runs    greeting\n1 listing\n");
    let refused = run(folder.path(), &["list", "bread"]);
    assert!(
        !refused.status.success() && err(&refused).contains("no listing has `bread` in its id"),
        "{}",
        err(&refused)
    );
}

#[test]
fn a_command_that_does_not_exist_is_refused_and_the_answer_says_which_there_is() {
    let folder = little_book();
    let told = |arguments: &[&str]| err(&run(folder.path(), arguments));
    assert!(told(&["build"]).contains("help: `cargo book` alone builds the book"), "{}", told(&["build"]));
    // A tip that leads to a command which refuses would be none.
    let misspelt = told(&["biuld"]);
    assert!(
        misspelt.contains("tip: `cargo book` alone builds the book") && !misspelt.contains("'build'"),
        "{misspelt}"
    );
    assert!(told(&["chekc"]).contains("a similar subcommand exists: 'check'"), "{}", told(&["chekc"]));
    assert!(told(&["explore", "gret"]).contains("there is no listing `gret`\n  help: is it `demo/greet`?"));
    assert!(told(&["explore", "greet"]).contains("help: explore its file, `cargo book explore listings/demo/"));
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
    child: Box<dyn ChildWrapper>,
    lines: std::io::Lines<BufReader<ChildStdout>>,
    address: String,
}

impl Served {
    fn start(folder: &Path) -> Served {
        Served::by(Served::command(folder))
    }

    fn command(folder: &Path) -> CommandWrap {
        let mut command = book(folder);
        command.args(["serve", "--port", "0"]).stdout(Stdio::piped());
        CommandWrap::from(command)
    }

    fn by(mut command: CommandWrap) -> Served {
        // There the server is a child of the command, and does not end with it.
        #[cfg(windows)]
        command.wrap(process_wrap::std::JobObject);
        let mut child = command.spawn().unwrap();
        let mut lines = BufReader::new(child.stdout().take().unwrap()).lines();
        let line = lines.next().unwrap().unwrap();
        let address = line.strip_prefix("serving http://").and_then(|line| line.split('/').next()).unwrap().to_string();
        Served { child, lines, address }
    }

    fn get(&self, path: &str) -> String {
        self.get_as(&self.address, path)
    }

    /// What is answered to someone who takes this for the name of the host.
    fn get_as(&self, host: &str, path: &str) -> String {
        let mut stream = TcpStream::connect(&self.address).unwrap();
        write!(stream, "GET {path} HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n").unwrap();
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
fn a_served_book_is_on_this_machine_alone_and_is_rebuilt_after_a_change() {
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

#[test]
fn where_it_cannot_listen_it_says_why_and_fails() {
    let folder = little_book();
    assert!(run(folder.path(), &["bless"]).status.success());
    let other = TcpListener::bind("127.0.0.1:0").unwrap();
    let taken = other.local_addr().unwrap().port().to_string();
    let refused = run(folder.path(), &["serve", "--port", &taken]);
    assert_eq!((refused.status.code(), out(&refused).as_str()), (Some(1), ""));
    let said = err(&refused);
    assert!(said.contains(&format!("cannot listen on 127.0.0.1:{taken}: ")), "{said}");
    assert!(said.ends_with("\n  help: give another --port\n"), "{said}");
}

/// The server is a program of its own, and nobody has to know.
#[cfg(unix)]
#[test]
fn killing_the_command_leaves_no_server_behind() {
    let folder = little_book();
    assert!(run(folder.path(), &["bless"]).status.success());
    let mut command = Served::command(folder.path());
    // With a group of their own, one that is left behind is killed in the end: it would keep anyone who reads this
    // test's output.
    command.wrap(process_wrap::std::ProcessGroup::leader());
    let mut served = Served::by(command);
    let alone = served.child.inner_mut();
    alone.start_kill().unwrap();
    alone.wait().unwrap();
    let gone = TcpStream::connect(&served.address);
    assert!(gone.is_err(), "somebody still listens at {}", served.address);
}

#[test]
fn a_served_book_answers_under_its_own_names_and_leads_to_no_other_host() {
    let folder = little_book();
    assert!(run(folder.path(), &["bless"]).status.success());
    let served = Served::start(folder.path());
    assert!(served.get_as("localhost:1", "/greeting.html").starts_with("HTTP/1.1 200"));
    let refused = served.get_as("evil.example", "/greeting.html");
    assert!(refused.starts_with("HTTP/1.1 421") && refused.contains("give it as `--hostname`"), "{refused}");
    let nowhere = served.get("//evil.example/..");
    assert!(nowhere.starts_with("HTTP/1.1 404") && !nowhere.to_lowercase().contains("location:"), "{nowhere}");
}

#[test]
fn a_chapter_that_cannot_be_rendered_is_told_in_the_browser() {
    let folder = little_book();
    assert!(run(folder.path(), &["bless"]).status.success());
    let mut served = Served::start(folder.path());
    let chapter = folder.path().join("src/greeting.md");
    std::fs::write(&chapter, "# Greeting\n\n{{#listing demo/gret}}\n").unwrap();
    let told = loop {
        let page = served.get("/greeting.html");
        if page.starts_with("HTTP/1.1 500") {
            break page;
        }
        std::thread::yield_now();
    };
    assert!(told.contains("The book cannot be built") && told.contains("demo/gret"), "{told}");
    std::fs::write(&chapter, "# Greeting\n\nTwo lines.\n\n{{#listing demo/greet}}\n").unwrap();
    // What was built before is told as well.
    while !served.get("/greeting.html").contains("Two lines.") {
        assert_eq!(served.lines.next().unwrap().unwrap(), "built anew");
    }
}
