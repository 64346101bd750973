//! One test for each listing of the book, one for the matrix of types, and one for what holds them together.

#[path = "listings/of_a_book.rs"]
mod of_a_book;

use std::process::ExitCode;
use toolchain::tested::package;
use trials::Asked;

fn main() -> ExitCode {
    of_a_book::run(Asked::by_the_command_line(), package()).exit_code()
}
