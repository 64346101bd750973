//! What exploring finds, checked against what a listing says.

use crate::ferry::{FERRY, with_a_ferry};
use crate::little_book::{GREETING, LittleBook, MANIFEST, id};
use crate::told;
use catalog::Catalog;
use expect_test::expect;
use explorer::{Explorer, Limits};

/// Each of these compiles in editions up to one, or from one on.
#[test]
fn what_is_explored_is_compiled_as_the_edition_of_its_part() {
    let written = |line: &str| FERRY.replace("    ferry.join()", &format!("    {line}\n    ferry.join()"));
    let (oldest, older, newer, newest) =
        ("let async = 1; drop(async);", "let gen = 1; drop(gen);", "async fn f() {}", "if let 1 = 1 && true {}");
    let folder = tempfile::tempdir().unwrap();
    for (year, accepted, refused) in [
        ("2015", [oldest, older], [newer, newest]),
        ("2018", [older, newer], [oldest, newest]),
        ("2021", [older, newer], [oldest, newest]),
        ("2024", [newer, newest], [oldest, older]),
    ] {
        let explored = |line: &str| {
            let book = with_a_ferry(&written(line)).replacing(MANIFEST, "\"2024\"", &format!("{year:?}"));
            let catalog = Catalog::load(book.root()).unwrap();
            // In one folder, so that the explorer is built once.
            let explorer = Explorer::new(&catalog, folder.path());
            explorer.explore(&catalog.listings[&id("demo/greeting")], Limits::CHECKING)
        };
        for line in accepted {
            assert_eq!(explored(line).unwrap().outcomes.len(), 1, "{year}: {line}");
        }
        for line in refused {
            let told = explored(line).unwrap_err().to_string();
            assert!(told.contains("does not compile against the model of std"), "{year}: {line}: {told}");
        }
    }
}

/// What an explored book is told when its listing is blessed. One book for all, as each has an explorer to build.
#[test]
fn what_exploring_finds_is_compared_with_what_a_listing_says() {
    let book = with_a_ferry(FERRY);
    book.checker().bless(&id("demo/greeting")).unwrap();
    book.is_accepted_when_checked("demo/greeting");

    let panics = FERRY.replace("//@ schedules", "//@ panics\n//@ schedules").replace(
        "ferry.join().unwrap();",
        "ferry.join().unwrap();\n    panic!(\"on a sandbank\"); //~ panic: sandbank",
    );
    let book = book.with(GREETING, panics);
    book.checker().bless(&id("demo/greeting")).unwrap();
    book.is_accepted_when_checked("demo/greeting");
    let book = book.without("listings/demo/src/bin/greeting.stderr");

    // To exit with status 0 is to end as it should, for the explored program as for the real one.
    let exits = FERRY.replace("ferry.join().unwrap();", "ferry.join().unwrap();\n    std::process::exit(0);");
    let book = book.with(GREETING, exits);
    book.checker().bless(&id("demo/greeting")).unwrap();
    let evidence = book.read("listings/demo/src/bin/greeting.schedules");
    assert!(evidence.contains("\"ends\":{\"exited\":0}"), "{evidence}");
    book.is_accepted_when_checked("demo/greeting");

    // A schedule that the real program takes once in a thousand runs, if ever.
    let race = FERRY.replace(
        "println!(\"{}\", receiver.recv().unwrap());",
        "println!(\"{}\", receiver.try_recv().unwrap_or(\"west\"));",
    );
    let book =
        book.with(GREETING, race.replace("//@ schedules", "//@ outcome: east\n//@ outcome: south\n//@ schedules"));
    let seen = book.checker().bless(&id("demo/greeting")).unwrap_err().to_string();
    assert!(seen.contains("\"west\\n\""), "{seen}");

    let bless = |book: &LittleBook| book.checker().bless(&id("demo/greeting")).unwrap_err().to_string();

    // Its time may be up, which a run of it never comes to.
    let timed = FERRY.replace("receiver.recv()", "receiver.recv_timeout(std::time::Duration::from_secs(9))");
    let book = book.with(GREETING, timed);
    let seen = bless(&book);
    assert!(seen.contains("can panic with"), "{seen}");

    // A sample is for what is too large to be exhausted.
    let asks = FERRY.replace("//@ schedules", "//@ schedules: sample 1000");
    let book = book.with(GREETING, &asks);
    let seen = bless(&book);
    assert!(seen.contains("asks for a sample, but is small enough for all of its schedules: there are "), "{seen}");
    assert!(seen.contains("help: write `//@ schedules` alone"), "{seen}");

    // It is checked against what the listing says as well, in words of its own.
    let count = "    let sum = std::sync::atomic::AtomicU32::new(0);
    let count = || (0..60).for_each(|by| _ = sum.fetch_add(by, std::sync::atomic::Ordering::SeqCst));
    thread::scope(|scope| {
        scope.spawn(count);
        scope.spawn(count);
    });
    ferry.join()";
    let sampled = asks.replace("    ferry.join()", count);
    let book = book.with(GREETING, &sampled);
    book.checker().bless(&id("demo/greeting")).unwrap();
    let evidence = book.read("listings/demo/src/bin/greeting.schedules");
    assert!(evidence.contains("\"extent\": {\"sample\":{\"tried\":1000,"), "{evidence}");
    book.is_accepted_when_checked("demo/greeting");

    let never = sampled.replace("//@ schedules", "//@ outcome: east\n//@ outcome: south\n//@ schedules");
    let book = book.without("listings/demo/src/bin/greeting.stdout").with(GREETING, never);
    let seen = bless(&book);
    assert!(seen.contains("none of the 1000 schedules tried leads to the outcome \"south\\n\""), "{seen}");
    assert!(seen.contains("try more of them; if it cannot happen, remove it"), "{seen}");

    // It counts how often it has been woken for nothing, of which there is no end. That can be left out, if it says so.
    let waits = "    let (ready, told) = (std::sync::Mutex::new(false), std::sync::Condvar::new());
    thread::scope(|scope| {
        scope.spawn(|| {
            *ready.lock().unwrap() = true;
            told.notify_one();
        });
        let (mut rounds, mut is_ready) = (0_u32, ready.lock().unwrap());
        while !*is_ready {
            is_ready = told.wait(is_ready).unwrap();
            rounds += 1;
        }
        assert!(rounds < 1000);
    });
    ferry.join()";
    let counts = FERRY.replace("    ferry.join()", waits);
    let book = book.with(GREETING, &counts).with("listings/demo/src/bin/greeting.stdout", "east\n");
    let seen = bless(&book);
    assert!(seen.contains("cannot be explored with all that std permits beyond its usual ways"), "{seen}");
    assert!(seen.contains("or write `//@ schedules: usual`, and the page will say that this was left out"), "{seen}");
    // Also where there would be an end of it.
    let mut book = book;
    for usual in [&counts, FERRY].map(|text| text.replace("//@ schedules", "//@ schedules: usual")) {
        book = book.with(GREETING, &usual);
        book.checker().bless(&id("demo/greeting")).unwrap();
        let evidence = book.read("listings/demo/src/bin/greeting.schedules");
        assert!(evidence.contains("\"with_all_choices\":false"), "{evidence}");
        book.is_accepted_when_checked("demo/greeting");
    }

    // Too large to be exhausted, which is said with what to do.
    let spawns = |times: usize| "scope.spawn(count);\n        ".repeat(times);
    let eight = count
        .replace("0..60", "0..5")
        .replace(&spawns(1), "")
        .replace("|scope| {", &format!("|scope| {{ {}", spawns(8)));
    let large = FERRY.replace("    ferry.join()", &eight);
    let book = book.with(GREETING, large).with("listings/demo/src/bin/greeting.stdout", "east\n");
    let seen = bless(&book);
    assert!(seen.contains("cannot be explored: it has more than 150000 states"), "{seen}");
    assert!(seen.contains("or try only some of its schedules: `//@ schedules: sample 10000`"), "{seen}");
}

/// What is told of listings before they are explored, or instead. One book for all, as each has an explorer to build.
#[test]
fn what_the_model_does_not_have_is_told_with_its_place() {
    let listing = |name: &str| format!("listings/demo/src/bin/{name}.rs");
    let returns = FERRY
        .replace("fn main()", "fn main() -> Result<(), mpsc::RecvError>")
        .replace("receiver.recv().unwrap()", "receiver.recv()?")
        .replace("ferry.join().unwrap();", "ferry.join().unwrap();\n    Ok(())");
    let core = FERRY.replace("use std::thread;", "use std::thread;\n// No step.\nuse core::sync::atomic::AtomicU32;");
    let book = LittleBook::sound()
        .with(&listing("ferry"), FERRY)
        .with(&listing("returns"), returns)
        .with(&listing("core"), core);
    let catalog = Catalog::load(book.root()).unwrap();
    let explorer = Explorer::new(&catalog, &book.root().join("target/explorer"));
    let told = |name: &str| {
        let listing = catalog.listings.values().find(|listing| listing.id.name == name).unwrap();
        explorer.explore(listing, Limits::CHECKING).unwrap_err()
    };

    told::is(
        &expect![[r#"
            listings/demo/src/bin/core.rs:7: cannot be explored: `core` is the real one, so exploring cannot see what is done with it
              help: write `std`, which is what the model replaces; or remove `//@ schedules`
        "#]],
        &told("core"),
    );

    let returns = told("returns").to_string();
    assert!(
        returns.starts_with("listings/demo/src/bin/returns.rs: does not compile against the model of std:"),
        "{returns}"
    );
    assert!(returns.contains("What `main` returns would be lost here: it has to return nothing."), "{returns}");
    let other = told("ferry").to_string();
    assert!(other.contains("was not built, because demo/returns does not compile against the model of std"), "{other}");
}
