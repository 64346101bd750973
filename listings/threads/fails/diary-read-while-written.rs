//! `main` cannot read a diary in which a thread is writing
//!
//! If this compiled, `main` would ask for the diary's length while `push` changes it, and perhaps while the entries
//! move to a larger block of memory: a data race. It could count an entry that has not been written yet; a line that
//! read this entry would read garbage.
//@ fixed-by: threads/diary-read-after-the-scope

use std::thread;

fn main() {
    let mut diary = vec!["rain"];

    thread::scope(|scope| {
        scope.spawn(|| diary.push("sun"));
        println!("{} entries", diary.len()); //~ E0502: cannot borrow `diary` as immutable
    });
}
