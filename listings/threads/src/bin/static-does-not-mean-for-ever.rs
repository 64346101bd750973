//! A connection where `'static` is demanded

use std::thread;

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("connection closed");
    }
}

fn serve<T: Send + 'static>(connection: T) {
    let worker = thread::spawn(move || drop(connection));
    worker.join().unwrap();
}

fn main() {
    serve(Connection);
    println!("the server goes on");
}
