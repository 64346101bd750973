//! A thread's own `Cell` can't be lent to another thread
//!
//! If this compiled, the worker and `main` could add to `main`'s `Cell` at the same time. Both could read 1, and both
//! write 2. There'd be three buffers, and the count would say two.
//@ fixed-by: guarantees/counter-of-ones-own

use std::cell::Cell;
use std::thread;

thread_local! {
    static BUFFERS: Cell<u32> = const { Cell::new(1) };
}

fn main() {
    BUFFERS.with(|buffers| {
        thread::scope(|scope| {
            scope.spawn(|| buffers.set(buffers.get() + 1)); //~ E0277: `Cell<u32>` cannot be shared between threads safely
            buffers.set(buffers.get() + 1);
        });
        println!("buffers of main: {}", buffers.get());
    });
}
