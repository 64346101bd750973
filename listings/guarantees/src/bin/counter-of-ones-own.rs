//! A count of buffers for `main` and one for the worker

use std::cell::Cell;
use std::thread;

thread_local! {
    static BUFFERS: Cell<u32> = const { Cell::new(1) };
}

fn main() {
    BUFFERS.with(|buffers| {
        thread::scope(|scope| {
            scope.spawn(|| BUFFERS.set(BUFFERS.get() + 1));
            buffers.set(buffers.get() + 1);
        });
        println!("buffers of main: {}", buffers.get());
    });
}
