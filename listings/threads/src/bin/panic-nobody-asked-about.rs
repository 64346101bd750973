//! A detached thread panics

use std::sync::Barrier;
use std::thread;

static HANGING_UP: Barrier = Barrier::new(2);

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("connection closed");
        HANGING_UP.wait();
    }
}

fn main() {
    thread::spawn(|| {
        let _connection = Connection;
        panic!("the upload was refused"); //~ panic: the upload was refused
    });

    HANGING_UP.wait();
    println!("server: still listening");
}
