//! A text can't be copied out of a `Cell`
//!
//! If this compiled, `get` would copy the three numbers that a `String` consists of, and not the letters. The text in
//! the cell and the text in `shown` would have the same letters on the heap, and they'd both free them.
//@ fixed-by: sharing/text-taken-and-put-back

use std::cell::Cell;

fn main() {
    let title = Cell::new(String::from("Winter"));

    let shown = title.get(); //~ E0599: its trait bounds were not satisfied
    println!("{shown}, {} letters", shown.len());

    println!("{} letters in the cell", title.into_inner().len());
}
