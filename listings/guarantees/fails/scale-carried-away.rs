//! A scale is opened on one thread and used on another
//!
//! If this compiled, the scale would be opened by `main` and read by the reader's thread, against its maker's one
//! sentence. This `read` only returns the port, and would not notice. A library that keeps a list of open scales for
//! each thread would look for port 4 in the list of the wrong thread.
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
