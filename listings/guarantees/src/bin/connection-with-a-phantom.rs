//! The thread that uses the connection opens it

use std::marker::PhantomData;
use std::thread;

struct Connection {
    handle: u32,
    _stays: PhantomData<*const ()>,
}

impl Connection {
    fn open(handle: u32) -> Connection {
        Connection {
            handle,
            _stays: PhantomData,
        }
    }
}

fn main() {
    let worker = thread::spawn(|| Connection::open(4).handle);

    println!("answered on handle {}", worker.join().unwrap());
    println!("a connection takes {} bytes", size_of::<Connection>());
}
