//! To print a string that has been freed reads its letters
//@ undefined `use after free, 9 and 10`:

use std::ptr;

fn main() {
    let name = String::from("Ida");
    let letters: &'static str = unsafe { &*ptr::from_ref(name.as_str()) };
    drop(name);
    println!("{letters}");
}
