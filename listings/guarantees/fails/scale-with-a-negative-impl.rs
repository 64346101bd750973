//! The direct way to say no is not open yet
//!
//! If this compiled, nothing would go wrong: the scale would stay on its thread, as its maker demands. It is refused because the
//! feature is not finished: only a nightly compiler can switch it on.
//@ fixed-by: guarantees/scale-with-a-phantom

use std::thread;

struct Scale {
    port: u32,
}

impl !Send for Scale {} //~ E0658: negative trait bounds are not fully implemented

impl Scale {
    fn open(port: u32) -> Scale {
        Scale { port }
    }
}

fn main() {
    let reader = thread::spawn(|| Scale::open(4).port);

    println!("read on port {}", reader.join().unwrap());
    println!("a scale takes {} bytes", size_of::<Scale>());
}
