//! `iter_mut` lends each element to one thread

use std::thread;

fn main() {
    let mut names = ["green tea".to_owned(), "plum jam".to_owned()];

    thread::scope(|scope| {
        for name in &mut names {
            scope.spawn(|| name.make_ascii_uppercase());
        }
    });

    println!("{names:?}");
}
