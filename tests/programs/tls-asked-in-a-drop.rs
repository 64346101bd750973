//! In the destructor of a thread-local, one that has a destructor may be gone, itself too, and one that has none is there
//@ returns: dropped Err("already destroyed") 5 | end

use std::cell::Cell;
use std::thread;

struct Loud(u32);

impl Drop for Loud {
    fn drop(&mut self) {
        let mine = LOUD.try_with(|loud| loud.0).map_err(|error| error.to_string());
        println!("dropped {mine:?} {}", COUNT.get());
    }
}

thread_local! {
    static LOUD: Loud = const { Loud(4) };
    static COUNT: Cell<u32> = const { Cell::new(0) };
}

fn main() {
    let thread = thread::spawn(|| {
        LOUD.with(|_| ());
        COUNT.set(5);
    });
    thread.join().unwrap();
    println!("end");
}
