//! With an exclusive reference to the `Cell`, its inside can be borrowed

use std::cell::Cell;

// ANCHOR: label
fn label(title: &mut Cell<String>) {
    let text: &mut String = title.get_mut();
    text.push_str(" (new)");
}
// ANCHOR_END: label

fn main() {
    let mut title = Cell::new(String::from("Winter"));

    label(&mut title);
    println!("{}", title.into_inner());
}
