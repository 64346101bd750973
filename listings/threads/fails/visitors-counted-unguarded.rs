//! Safe code can't touch a plain global that any thread may change
//!
//! If this compiled, both threads would add to the same four bytes with nothing to keep them apart. An addition is a
//! read, a sum and a write; if two of them read the same number, a visitor is lost. And it's worse than that. This is a
//! data race: the compiler may assume that there isn't one, and then the program has no meaning at all.
//@ fixed-by: threads/visitors-counted-atomically

use std::thread;

static mut VISITORS: u32 = 0;

fn serve() {
    for _request in 0..1000 {
        VISITORS += 1; //~ E0133: use of mutable static is unsafe
    }
}

fn main() {
    let workers = [thread::spawn(serve), thread::spawn(serve)];

    for worker in workers {
        worker.join().unwrap();
    }
}
