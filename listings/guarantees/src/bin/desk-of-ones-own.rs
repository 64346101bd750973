//! A desk for `main` and one for the clerk

use std::cell::Cell;
use std::thread;

thread_local! {
    static LETTERS: Cell<u32> = const { Cell::new(1) };
}

fn main() {
    LETTERS.with(|letters| {
        thread::scope(|scope| {
            scope.spawn(|| LETTERS.set(LETTERS.get() + 1));
            letters.set(letters.get() + 1);
        });
        println!("on the desk of main: {}", letters.get());
    });
}
