//! One test for each listing of the book, one for the matrix of types, and one for what holds them together.

#[path = "listings/of_a_book.rs"]
mod of_a_book;

use std::process::ExitCode;
use toolchain::tested::package;
use trials::Asked;

fn main() -> ExitCode {
    let asked = Asked::by_the_command_line().at_a_time(checker::at_a_time());
    of_a_book::run(asked, package()).exit_code()
}
