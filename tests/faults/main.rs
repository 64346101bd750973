//! Broken little books: for every kind of fault there is a book that has it, and the message it is rejected with.

mod appendices;
mod asked_for;
mod blessed;
mod choices;
mod code;
mod compiler;
mod dependencies;
mod directives;
mod editions;
mod evidence;
mod exploring;
mod ferry;
mod files;
mod front_door;
mod headers;
mod leaks;
mod links;
mod little_book;
mod manifests;
mod marks;
mod matrix;
mod measurements;
mod numbers;
#[path = "../listings/of_a_book.rs"]
mod of_a_book;
mod output;
mod panics;
mod perturbed;
mod programs;
mod prose;
mod refused;
mod runs;
mod schedules;
mod shapes;
mod site;
mod summary;
mod tables;
mod told;

use little_book::LittleBook;

#[test]
fn a_sound_book_is_accepted() {
    let book = LittleBook::sound();
    book.is_accepted();
    let checker = book.checker();
    for listing in checker.catalog().listings.values() {
        assert_eq!(checker.check(listing), Ok(()), "{}", listing.id);
        assert_eq!(checker.bless(&listing.id), Ok(Vec::new()), "{}", listing.id);
    }
    assert_eq!(checker.bless_manifests(), Ok(Vec::new()));
}
