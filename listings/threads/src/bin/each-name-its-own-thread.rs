//! `iter_mut` lends each element to one thread

use std::thread;

fn main() {
    let mut names = ["ada".to_owned(), "grace".to_owned()];

    thread::scope(|scope| {
        for name in &mut names {
            scope.spawn(|| name.make_ascii_uppercase());
        }
    });

    println!("{names:?}");
}
