//! A shared reference to a `Cell` gives no reference to its inside
//!
//! If this compiled, the winter would be new and no harm done, since nobody else uses this cell meanwhile. But anyone
//! who has a `&Cell` may call `set`. If `label` held on to the letters of "Winter" as a `&str` and went on to
//! `title.set(String::new())`, the old text would be dropped, and the `&str` would lead into memory that's been freed.
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
