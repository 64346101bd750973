//! `writeln!` to `io::stdout()` prints as `println!` does
//@ returns: x

use std::io::{self, Write};

fn main() {
    writeln!(io::stdout(), "x").unwrap();
}
