//! `ptr::read` copies a `String` and not what it owns: its letters are freed twice
//@ undefined `double free, 10 and 11`: Ida

use std::ptr;

fn main() {
    let name = String::from("Ida");
    let copy = unsafe { ptr::read(&name) };
    println!("{copy}");
    drop(copy);
    drop(name);
}
