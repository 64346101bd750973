//! Without `T: Sync`, a `&T` stays where it is
//!
//! If this compiled, `show_elsewhere` would accept a `&RefCell` as readily as a `&Vec`. Its thread would mark the cell as
//! borrowed by adding to a plain number. A second call from another thread would add to the same number at the same
//! moment; one addition would be lost, and the cell would hand out an exclusive reference while somebody still reads.
//@ fixed-by: guarantees/reference-sent-with-sync

use std::fmt::Debug;
use std::thread;

fn show_elsewhere<T: Debug>(value: &T) {
    thread::scope(|scope| {
        scope.spawn(move || println!("shown: {value:?}")); //~ E0277: `T` cannot be shared between threads safely
    });
}

fn main() {
    let scores = vec![3, 1, 4];
    show_elsewhere(&scores);

    println!("kept: {} scores", scores.len());
}
