//! Bytes that are text only together with others are not looked at
//@ refused at 8: is not text, and only text

use std::io::Write;

fn main() {
    let mut out = std::io::stdout();
    out.write_all(&[0xc3]).unwrap();
    out.write_all(&[0xa9, b'\n']).unwrap();
}
