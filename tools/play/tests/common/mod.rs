//! The book's listings as programs to play.

use catalog::{Id, Schedules};
use scheduler::Program;
use std::path::Path;
use toolchain::tested::package;

/// An explored listing, with its code as a reader sees it.
pub fn program(id: &str) -> Program {
    let (part, name) = id.split_once('/').unwrap();
    let folder = package().join("../../listings").join(part).join("src/bin");
    let read = |ending: &str| std::fs::read_to_string(folder.join(format!("{name}.{ending}"))).unwrap();
    let listing = catalog::parse(Id::parse(id).unwrap(), Path::new("a.rs"), &read("rs")).unwrap();
    Program { name: id.to_string(), code: listing.shown.text(), found: Schedules::parse(&read("schedules")).unwrap() }
}
