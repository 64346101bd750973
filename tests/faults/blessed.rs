//! What was blessed.

use crate::little_book::{COIN, LENT, LittleBook, MOVED, id};
use expect_test::expect;

#[test]
fn code_that_was_edited_since_it_was_checked_is_rejected() {
    // It prints the same, so that no difference shows it.
    let book = LittleBook::sound().edited(LENT, "let given = &name;", "let given = &name.clone();");
    book.is_rejected_when_checked(
        "demo/lent",
        expect![[r#"
            listings/demo/src/bin/lent.rs: was edited after it was checked: its evidence belongs to different code
              help: run `cargo book bless demo/lent` and read what it writes
        "#]],
    );
    let changes = book.checker().bless(&id("demo/lent")).unwrap();
    assert_eq!(
        changes.iter().map(|change| change.file.as_path()).collect::<Vec<_>>(),
        [RECORD.as_ref() as &std::path::Path]
    );
    book.is_accepted_when_checked("demo/lent");
}

#[test]
fn a_directive_that_was_edited_since_is_rejected() {
    let book = LittleBook::sound().edited(LENT, "lent\n", "lent\n//@ unordered\n");
    let told = book.checked("demo/lent").to_string();
    assert!(told.contains("was edited after it was checked"), "{told}");
}

#[test]
fn an_outcome_that_was_written_by_hand_is_rejected() {
    let book = LittleBook::sound().edited(COIN, "tails\n\n", "tails\n//@ outcome: edge\n\n").edited(
        "listings/demo/src/bin/coin.outcomes",
        "tails\n",
        "tails\n--- or ---\nedge\n",
    );
    let told = book.checked("demo/coin").to_string();
    assert!(told.contains("was edited after it was checked"), "{told}");
}

#[test]
fn evidence_that_was_never_blessed_is_rejected() {
    let book = LittleBook::sound();
    let record = book.read(RECORD);
    book.edited(RECORD, &record, "").is_rejected_when_checked(
        "demo/lent",
        expect![[r#"
            listings/demo/src/bin/lent.rs: its evidence was never blessed: listings/demo/blessed.txt has no line for it
              help: run `cargo book bless demo/lent` and read what it writes
        "#]],
    );
}

#[test]
fn a_record_of_what_is_gone_is_rejected_and_kept_by_blessing() {
    let line = "gone 6 0123456789abcdef 0123456789abcdef\n";
    let book = LittleBook::sound();
    let record = book.read(RECORD);
    let book = book.edited(RECORD, &record, &format!("{record}{line}"));
    book.is_rejected(expect![[r#"
        listings/demo/blessed.txt: has a line for demo/gone, which does not exist
          help: run `cargo book bless`, which maintains that file
    "#]]);
    book.checker().bless_records().unwrap();
    assert_eq!(book.read(RECORD), record);
}

#[test]
fn a_record_that_cannot_be_read_is_rejected() {
    let book = LittleBook::sound();
    let record = book.read(RECORD);
    book.edited(RECORD, &record, &format!("{record}<<<<<<< HEAD\n")).is_rejected(expect![[r#"
        listings/demo/blessed.txt:6: `<<<<<<< HEAD` is not a line that `cargo book bless` writes
          help: remove the line, and bless its listing: `cargo book bless PART/NAME`
    "#]]);
}

#[test]
fn an_edited_listing_is_shown_as_one() {
    let page = |book: &LittleBook| book.page("two.html");
    let sound = page(&LittleBook::sound());
    assert!(!sound.contains("listing-edited") && !sound.contains("edited since"), "{sound}");
    let edited = page(&LittleBook::sound().edited(LENT, "let given = &name;", "let given = &name.clone();"));
    assert_eq!(edited.matches("listing-edited").count(), 1, "{edited}");
    assert!(
        edited.contains("It was edited since it was checked: what stands below was seen of other code."),
        "{edited}"
    );
    assert!(edited.contains("One has been edited since."), "{edited}");
    // Also where the evidence speaks of lines that are gone.
    let code = LittleBook::sound().read(MOVED);
    let code = &code[code.find("    let name").unwrap()..code.find(" //~").unwrap()];
    let shorter = page(&LittleBook::sound().edited(MOVED, code, "    x();"));
    assert!(shorter.contains("listing-edited"), "{shorter}");
}

const RECORD: &str = "listings/demo/blessed.txt";
