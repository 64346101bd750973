//! A ferry that is waved on before it waits
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
