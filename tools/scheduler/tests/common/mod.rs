//! Games of the book's listings, by their evidence.

use catalog::{Id, Schedules};
use scheduler::{Game, Program};
use std::path::Path;
use toolchain::tested::package;

/// A game of an explored listing.
pub fn game(id: &str) -> Game {
    Game::new(program(id)).unwrap()
}

/// An explored listing, with its code as a reader sees it.
pub fn program(id: &str) -> Program {
    let (part, name) = id.split_once('/').unwrap();
    let folder = package().join("../../listings").join(part).join("src/bin");
    let read = |ending: &str| std::fs::read_to_string(folder.join(format!("{name}.{ending}"))).unwrap();
    let listing = catalog::parse(Id::parse(id).unwrap(), Path::new("a.rs"), &read("rs")).unwrap();
    Program { name: id.to_string(), code: listing.shown.text(), found: Schedules::parse(&read("schedules")).unwrap() }
}
