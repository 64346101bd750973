//! A connection is opened on one thread and used on another
//!
//! If this compiled, the connection would be opened by `main` and used on the worker's thread, against the one sentence
//! of the manual. This `ping` only returns the handle, and wouldn't notice. A library that keeps a list of open
//! connections for each thread would look for handle 4 in the wrong thread's list.
//@ fixed-by: guarantees/connection-with-a-phantom

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

    fn ping(&self) -> u32 {
        self.handle
    }
}

fn main() {
    let connection = Connection::open(4);
    let worker = thread::spawn(move || connection.ping()); //~ E0277: `*const ()` cannot be sent between threads safely

    println!("answered on handle {}", worker.join().unwrap());
    println!("a connection takes {} bytes", size_of::<Connection>());
}
