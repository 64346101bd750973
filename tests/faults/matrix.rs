//! The matrix of types.

use crate::little_book::{LittleBook, MOVED};
use expect_test::expect;

const TYPES: &str = "listings/matrix.toml";
const ANSWERS: &str = "listings/matrix.answers";

fn with_a_matrix() -> LittleBook {
    let row = |of: &str, group: &str| format!("[[type]]\nof = \"{of}\"\ngroup = \"{group}\"\nbecause = \"it is\"\n\n");
    let types = [
        row("u8", "Numbers"),
        row("std::rc::Rc<u8>", "Counts"),
        row("std::cell::Cell<u8>", "Cells"),
        row("std::sync::Arc<std::cell::Cell<u8>>", "Cells"),
    ];
    let answers = "u8\n  Send: yes\n  Sync: yes\n\
                   std::rc::Rc<u8>\n  Send: no, `Rc<u8>` cannot be sent between threads safely\n  \
                   Sync: no, `Rc<u8>` cannot be shared between threads safely\n\
                   std::cell::Cell<u8>\n  Send: yes\n  Sync: no, `Cell<u8>` cannot be shared between threads safely\n\
                   std::sync::Arc<std::cell::Cell<u8>>\n  \
                   Send: no, `Cell<u8>` cannot be shared between threads safely\n  \
                   Sync: no, `Cell<u8>` cannot be shared between threads safely\n";
    LittleBook::sound().with(TYPES, types.concat()).with(ANSWERS, answers).appending("src/two.md", "\n{{#matrix}}\n")
}

fn matrix_checked(book: &LittleBook) -> String {
    book.is_accepted();
    book.checker().check_matrix().err().unwrap_or_default().to_string()
}

#[test]
fn a_matrix_with_the_answers_of_the_compiler_is_accepted() {
    let book = with_a_matrix();
    assert_eq!(matrix_checked(&book), "");
    assert_eq!(book.checker().bless_matrix(), Ok(None));
}

#[test]
fn a_wrong_answer_is_rejected_and_mended_by_blessing() {
    let sound = with_a_matrix().read(ANSWERS);
    let book = with_a_matrix().replacing(
        ANSWERS,
        "Send: yes\n  Sync: no, `Cell<u8>` cannot be shared between threads safely",
        "Send: yes\n  Sync: yes",
    );
    let seen = matrix_checked(&book);
    let change = "-  Sync: yes\n+  Sync: no, `Cell<u8>` cannot be shared between threads safely\n";
    assert!(seen.starts_with("listings/matrix.answers: is not what was seen just now:\n"), "{seen}");
    assert!(seen.contains(change), "{seen}");
    assert!(seen.ends_with("  help: if the new answers are right, run `cargo book bless matrix`"), "{seen}");
    let blessed = book.checker().bless_matrix().unwrap().unwrap();
    assert!(blessed.difference.contains(change), "{}", blessed.difference);
    assert_eq!(book.read(ANSWERS), sound);
}

#[test]
fn a_type_that_does_not_exist_is_rejected() {
    let book = with_a_matrix().replacing(TYPES, "std::rc::Rc<u8>", "std::rc::Ark<u8>").replacing(
        ANSWERS,
        "std::rc::Rc<u8>",
        "std::rc::Ark<u8>",
    );
    let seen = matrix_checked(&book);
    assert!(
        seen.starts_with("listings/matrix.toml:7: `std::rc::Ark<u8>` cannot be asked about: cannot find "),
        "{seen}"
    );
    assert!(seen.ends_with("  help: write a std type with its full path"), "{seen}");
}

#[test]
fn a_matrix_without_answers_is_rejected() {
    with_a_matrix().without(ANSWERS).is_rejected(expect![[r#"
        listings/matrix.toml: has no evidence: listings/matrix.answers is missing
          help: run `cargo book bless matrix` and read what it writes
    "#]]);
}

#[test]
fn answers_without_a_matrix_are_rejected() {
    with_a_matrix().without(TYPES).replacing("src/two.md", "\n{{#matrix}}\n", "").is_rejected(expect![[r#"
        listings/matrix.answers: answers nobody's question: there is no listings/matrix.toml
          help: remove it, or restore the questions
    "#]]);
}

#[test]
fn answers_to_other_questions_are_rejected() {
    with_a_matrix().replacing(TYPES, "\"u8\"", "\"u16\"").is_rejected(expect![[r#"
        listings/matrix.answers: answers different questions from those in listings/matrix.toml
          help: run `cargo book bless matrix` and read what it writes
    "#]]);
}

#[test]
fn answers_that_are_none_are_rejected() {
    with_a_matrix().replacing(ANSWERS, "u8\n  Send: yes", "u8\n  Send: perhaps").is_rejected(expect![[r#"
        listings/matrix.answers:2: is no answer
          help: run `cargo book bless matrix` and read what it writes
    "#]]);
}

#[test]
fn a_matrix_that_no_chapter_shows_is_rejected() {
    with_a_matrix().replacing("src/two.md", "\n{{#matrix}}\n", "").is_rejected(expect![[r#"
        listings/matrix.toml: is shown by no chapter
          help: put `{{#matrix}}` into a chapter, or remove the file
    "#]]);
}

#[test]
fn a_matrix_without_a_type_is_rejected() {
    with_a_matrix().with(TYPES, "").is_rejected(expect![[r#"
        listings/matrix.toml: asks about no type
          help: write some [[type]], or remove the file
    "#]]);
}

#[test]
fn a_type_that_appears_twice_is_rejected() {
    with_a_matrix().replacing(TYPES, "std::rc::Rc<u8>", "u8").is_rejected(expect![[r#"
        listings/matrix.toml:7: this type is listed twice
          help: keep one
    "#]]);
}

#[test]
fn a_group_that_stands_in_two_places_is_rejected() {
    let of = "of = \"std::sync::Arc<std::cell::Cell<u8>>\"\ngroup = ";
    let book = with_a_matrix().replacing(TYPES, &format!("{of}\"Cells\""), &format!("{of}\"Numbers\""));
    book.is_rejected(expect![[r#"
        listings/matrix.toml:17: the group `Numbers` is in two places
          help: put the types of a group together
    "#]]);
}

#[test]
fn a_matrix_that_says_what_it_does_not_know_is_rejected() {
    with_a_matrix().replacing(TYPES, "of = \"u8\"", "of = \"u8\"\nsend = true").is_rejected(expect![[r#"
        listings/matrix.toml:3: is not a valid list of types: unknown field `send`, expected one of `of`, `shown`, `group`, `because`
          help: write [[type]] with `of`, `group`, `because` and, if needed, `shown`
    "#]]);
}

#[test]
fn a_type_that_the_compiler_puts_into_a_file_is_rejected() {
    let mut of = "u8".to_string();
    for _ in 0..5 {
        of = format!("std::collections::BTreeMap<{of}, std::rc::Rc<std::cell::RefCell<Vec<{of}>>>>");
    }
    let listing = format!(
        "//! A long type\n//!\n//! If this compiled, nothing.\n//@ fixed-by: demo/lent\n\nfn main() {{\n    \
         let long: {of} = Default::default();\n    let number: u8 = long; //~ E0308: mismatched types\n}}\n"
    );
    let seen = LittleBook::sound().with(MOVED, listing).checked("demo/moved").to_string();
    assert!(seen.contains("a type so long that the compiler writes it to a file"), "{seen}");
}
