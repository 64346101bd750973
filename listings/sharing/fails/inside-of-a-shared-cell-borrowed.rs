//! A shared reference to a `Cell` gives no reference to its inside
//!
//! If this compiled, `label` could keep a reference to the letters of "Winter" while another holder of the same cell replaces the
//! text. `set` drops the old text, and the label would go on to write into freed memory.
//@ fixed-by: sharing/inside-of-an-exclusive-cell-borrowed

use std::cell::Cell;

fn label(title: &Cell<String>) {
    let text: &mut String = title.get_mut(); //~ E0596: cannot borrow `*title` as mutable
    text.push_str(" (new)");
}

fn main() {
    let mut title = Cell::new(String::from("Winter"));

    label(&mut title);
    println!("{}", title.into_inner());
}
