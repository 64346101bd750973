//! A ferry leaves once it has been waved on
//@ schedules

use std::thread;

fn main() {
    let ferry = thread::spawn(|| {
        thread::park();
        println!("the ferry leaves");
    });

    ferry.thread().unpark();
    ferry.join().unwrap();
}
