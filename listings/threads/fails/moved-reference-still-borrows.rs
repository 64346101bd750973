//! `move` moves the reference; the title stays where it was
//!
//! If this compiled, nothing would keep `main`'s variable `title` alive until the thread had read it. Here a `join` follows,
//! but `spawn` cannot know that: with the handle dropped or an early return before the `join`, the thread would read
//! a string that has been freed.
//@ fixed-by: threads/title-moved-itself

use std::thread;

fn main() {
    let title = String::from("Every Interleaving");
    let shown = &title; //~ E0597: `title` does not live long enough

    let printer = thread::spawn(move || println!("{shown}"));

    printer.join().unwrap();
}
