//! A scale is opened on one thread and used on another
//!
//! If this compiled, the scale would be opened by `main` and closed by the reader's thread. Its maker's library keeps a list of
//! open scales for each thread: it would close what it does not find in the one list and keep a dead entry in the other.
//@ fixed-by: guarantees/scale-with-a-phantom

use std::marker::PhantomData;
use std::thread;

struct Scale {
    port: u32,
    _stays: PhantomData<*const ()>,
}

impl Scale {
    fn open(port: u32) -> Scale {
        Scale {
            port,
            _stays: PhantomData,
        }
    }

    fn read(&self) -> u32 {
        self.port
    }
}

fn main() {
    let scale = Scale::open(4);
    let reader = thread::spawn(move || scale.read()); //~ E0277: `*const ()` cannot be sent between threads safely

    println!("read on port {}", reader.join().unwrap());
    println!("a scale takes {} bytes", size_of::<Scale>());
}
