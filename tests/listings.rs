//! One test for each listing of the book, one for the matrix of types, and one for what holds them together.

#[path = "listings/of_a_book.rs"]
mod of_a_book;
mod trials;

use libtest_mimic::Arguments;
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    of_a_book::run(Arguments::from_args(), Path::new(env!("CARGO_MANIFEST_DIR"))).exit_code()
}
