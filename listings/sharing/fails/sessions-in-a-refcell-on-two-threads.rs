//! A `RefCell` can't be shared between threads
//!
//! If this compiled, both threads could look at the counter of loans in the same instant, both find 0, and both write
//! down that they're the one writer. Then there'd be two exclusive references to one list. One `push` moves the names
//! to a larger block of memory, and the other writes its name into the block that's been freed.
//@ fixed-by: sharing/sessions-in-a-mutex-on-two-threads

use std::cell::RefCell;
use std::thread;

fn main() {
    let sessions = RefCell::new(vec!["Ada"]);

    thread::scope(|scope| {
        scope.spawn(|| sessions.borrow_mut().push("Bo")); //~ E0277: `RefCell<Vec<&str>>` cannot be shared between threads safely
        scope.spawn(|| sessions.borrow_mut().push("Cy"));
    });

    println!("{} sessions", sessions.borrow().len());
}
