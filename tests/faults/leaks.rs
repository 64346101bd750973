//! Listings that leak.

use crate::ferry::{FERRY, with_a_ferry};
use crate::little_book::{GREETING, LittleBook, id};
use expect_test::expect;

#[test]
fn a_listing_that_leaks_and_does_not_say_so_is_rejected() {
    let lost =
        "    let load = Box::into_raw(Box::new(7_u8));\n    assert_eq!(unsafe { load.read() }, 7);\n    ferry.join()";
    let leaky = FERRY.replace("    ferry.join()", lost);
    if explorer::unwatchable(&leaky).is_some() {
        return;
    }
    let book = with_a_ferry(&leaky);
    let bless = |book: &LittleBook| book.checker().bless(&id("demo/greeting"));
    let seen = bless(&book).unwrap_err().to_string();
    let fault = "listings/demo/src/bin/greeting.rs:11: 1 byte is allocated on this line and never freed, by this schedule for \
         example: ";
    assert!(seen.starts_with(fault) && seen.ends_with("\n  help: free it, or say `//@ leaks`"), "{seen}");

    let says_so = |text: &str| text.replace("//@ schedules", "//@ leaks\n//@ schedules");
    let book = book.with(GREETING, says_so(&leaky));
    bless(&book).unwrap();
    let evidence = book.read("listings/demo/src/bin/greeting.schedules");
    assert!(evidence.contains("\n\"leaks\": [\n[0,8,1,1]\n],\n"), "{evidence}");
    book.is_accepted_when_checked("demo/greeting");

    // Evidence of a leak is none of a listing that frees what it allocates, nor the other way round.
    let freed = leaky.replace("    ferry.join()", "    drop(unsafe { Box::from_raw(load) });\n    ferry.join()");
    let book = book.with(GREETING, says_so(&freed));
    let seen = bless(&book).unwrap_err().to_string();
    assert!(seen.contains("greeting.rs: no schedule leaks\n  help: fix the listing, or remove `//@ leaks`"), "{seen}");
    let book = book.with(GREETING, &freed);
    let seen = book.checker().check(&book.checker().catalog().listings[&id("demo/greeting")].clone());
    let seen = seen.unwrap_err().to_string();
    assert!(seen.contains("greeting.schedules:") && seen.contains("the listing does not say that it leaks"), "{seen}");
    bless(&book).unwrap();
    assert!(!book.read("listings/demo/src/bin/greeting.schedules").contains("leaks"));
}

#[test]
fn a_listing_that_leaks_and_is_not_explored_is_rejected() {
    let book = LittleBook::sound().replacing(GREETING, "//! A greeting\n", "//! A greeting\n//@ leaks\n");
    book.is_rejected(expect![[r#"
        listings/demo/src/bin/greeting.rs:2: leaks, but is not explored
          help: add `//@ schedules`: no run shows that it leaks, only exploring does
    "#]]);
}
