//! A thread's own `Cell` cannot be lent to another thread
//!
//! If this compiled, the clerk and `main` could add to the `Cell` of `main` at the same time. Both could read 1, and
//! both write 2. Three letters would be on the desk, and the count would say two.
//@ fixed-by: guarantees/desk-of-ones-own

use std::cell::Cell;
use std::thread;

thread_local! {
    static LETTERS: Cell<u32> = const { Cell::new(1) };
}

fn main() {
    LETTERS.with(|letters| {
        thread::scope(|scope| {
            scope.spawn(|| letters.set(letters.get() + 1)); //~ E0277: `Cell<u32>` cannot be shared between threads safely
            letters.set(letters.get() + 1);
        });
        println!("on the desk of main: {}", letters.get());
    });
}
