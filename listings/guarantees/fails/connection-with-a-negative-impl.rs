//! The direct way to say no isn't open yet
//!
//! If this compiled, nothing would go wrong: the connection would stay on its thread, as its library demands. It's
//! refused because the feature isn't finished, and only a nightly compiler can switch it on.
//@ fixed-by: guarantees/connection-with-a-phantom

use std::thread;

struct Connection {
    handle: u32,
}

impl !Send for Connection {} //~ E0658: negative trait bounds are not fully implemented

impl Connection {
    fn open(handle: u32) -> Connection {
        Connection { handle }
    }
}

fn main() {
    let worker = thread::spawn(|| Connection::open(4).handle);

    println!("answered on handle {}", worker.join().unwrap());
    println!("a connection takes {} bytes", size_of::<Connection>());
}
