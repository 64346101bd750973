//! The thread that uses the scale opens it

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
}

fn main() {
    let reader = thread::spawn(|| Scale::open(4).port);

    println!("read on port {}", reader.join().unwrap());
    println!("a scale takes {} bytes", size_of::<Scale>());
}
