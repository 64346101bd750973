//! What is told of a book, checked against the message in its test. `UPDATE_EXPECT=1` writes what is told into the
//! tests.

use crate::little_book::{LittleBook, id};
use catalog::{Catalog, Problem, Problems};
use chapters::{Book, inconsistencies};
use checker::Checker;
use expect_test::Expect;
use std::path::Path;
use toolchain::tested::package;

impl LittleBook {
    /// Nothing is wrong with it that can be seen without a compiler.
    #[track_caller]
    pub fn is_accepted(&self) {
        is_nothing(&seen_without_a_compiler(self.root()));
    }

    /// This, and nothing else, is wrong with it as files.
    pub fn is_rejected(&self, with: Expect) {
        is(&with, &seen_without_a_compiler(self.root()));
    }

    /// This, and nothing else, is why none of its listings can be checked.
    pub fn gets_no_checker(&self, because: Expect) {
        is(&because, &Checker::new(self.root()).err().unwrap_or_default());
    }

    /// Neither the files nor what the listing does are at fault.
    #[track_caller]
    pub fn is_accepted_when_checked(&self, listing: &str) {
        is_nothing(&self.checked(listing));
    }

    /// As files it is sound; this, and nothing else, is wrong with what the listing does.
    #[track_caller]
    pub fn is_rejected_when_checked(&self, listing: &str, with: Expect) {
        is(&with, &self.checked(listing));
    }

    /// What is wrong with what the listing does, in a book that is sound as files.
    #[track_caller]
    pub fn checked(&self, listing: &str) -> Problems {
        self.is_accepted();
        let checker = self.checker();
        checker.check(&checker.catalog().listings[&id(listing)]).err().unwrap_or_default()
    }

    /// The listing does not do what it says, so that there is no evidence to write: this is told, and no file changes.
    #[track_caller]
    pub fn is_rejected_when_blessed(&self, listing: &str, with: Expect) {
        let before = self.files();
        let problems = self.checker().bless(&id(listing)).err().unwrap_or_default();
        is(&with, &problems);
        assert_eq!(self.files(), before, "files have changed");
    }

    /// Its list of programs cannot be kept up to date.
    pub fn keeps_no_list_of_programs(&self, because: Expect) {
        is(&because, &self.checker().bless_manifests().err().unwrap_or_default());
    }
}

/// Each of these books is rejected as files, and this is told of one after the other.
pub fn each_is_rejected(books: impl IntoIterator<Item = LittleBook>, with: Expect) {
    let told = books.into_iter().map(|book| in_the_words_of_tests(&seen_without_a_compiler(book.root())));
    with.assert_eq(&told.collect::<Vec<String>>().join("---\n"));
}

/// This, and nothing else, is told.
pub fn is(expected: &Expect, problems: &Problems) {
    expected.assert_eq(&in_the_words_of_tests(problems));
}

#[track_caller]
fn is_nothing(problems: &Problems) {
    assert!(problems.0.is_empty(), "\n--- nothing is to be told, and this is ---\n{problems}\n---");
}

/// The problems as a test has them, where what differs between machines and compilers is the same.
fn in_the_words_of_tests(problems: &Problems) -> String {
    let rules = [
        (std::io::Error::from_raw_os_error(2).to_string(), "THERE IS NO SUCH FILE"),
        (format!("this is rustc {}", this_compiler()), "this is rustc THIS RELEASE"),
    ];
    let told = problems.to_string();
    let told = rules.iter().fold(told, |told, (word, same)| told.replace(word, same));
    if told.is_empty() { told } else { told + "\n" }
}

/// The release that the checkout's own toolchain file pins.
fn this_compiler() -> String {
    catalog::pinned_compiler(package()).unwrap()
}

/// Every problem of the files, even where the catalog or the chapters cannot be read.
fn seen_without_a_compiler(root: &Path) -> Problems {
    match (Book::load(root), Catalog::load(root)) {
        (Ok(book), Ok(catalog)) => inconsistencies(&book, &catalog),
        (book, catalog) => {
            let found = [book.err(), catalog.err()].into_iter().flatten().flatten();
            Problems(found.collect::<Vec<Problem>>())
        }
    }
}
