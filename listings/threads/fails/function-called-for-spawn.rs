//! Two parentheses too many: `spawn` is given what the function returned
//!
//! If this compiled, `main` would print the menu itself before `spawn` began, and the new thread would be handed `()`, with
//! nothing left to run. A program that looks concurrent would do all its work on one thread.
//@ fixed-by: threads/function-handed-to-spawn

use std::thread;

fn print_menu() {
    println!("on main: {}", thread::current().name() == Some("main"));
}

fn main() {
    print_menu();

    let printer = thread::spawn(print_menu()); //~ E0277: expected a `FnOnce()` closure, found `()`
    printer.join().unwrap();
}
