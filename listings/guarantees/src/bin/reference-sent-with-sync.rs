//! With `T: Sync`, a `&T` may go to another thread

use std::fmt::Debug;
use std::thread;

fn show_elsewhere<T: Debug + Sync>(value: &T) {
    thread::scope(|scope| {
        scope.spawn(move || println!("shown: {value:?}"));
    });
}

fn main() {
    let scores = vec![3, 1, 4];
    show_elsewhere(&scores);

    println!("kept: {} scores", scores.len());
}
