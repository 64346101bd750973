//! A shared reference to a `Cell` gives no reference to its inside
//!
//! If this compiled, the winter would be new, and nobody hurt, for nobody else uses this cell meanwhile. But whoever
//! has a `&Cell` may call `set`. If `label` kept the letters of "Winter" as a `&str` and went on to
//! `title.set(String::new())`, the old text would be dropped, and the `&str` would lead into freed memory.
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
