//! Two parentheses too many: `spawn` is given what the function returned
//!
//! If this compiled, `main` would check the disk itself before `spawn` had even begun, and the new thread would be
//! handed `()`, with nothing left to run. It'd be a program that looks concurrent and does all its work on one thread.
//@ fixed-by: threads/function-handed-to-spawn

use std::thread;

fn check_disk() {
    println!("on main: {}", thread::current().name() == Some("main"));
}

fn main() {
    check_disk();

    let checker = thread::spawn(check_disk()); //~ E0277: expected a `FnOnce()` closure, found `()`
    checker.join().unwrap();
}
