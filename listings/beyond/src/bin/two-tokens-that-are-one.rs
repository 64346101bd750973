//! A ferry is waved on from both banks
//@ may-hang
//@ schedules

use std::thread;

fn main() {
    let ferry = thread::spawn(|| {
        thread::park();
        thread::park();
    });

    thread::scope(|banks| {
        banks.spawn(|| ferry.thread().unpark());
        banks.spawn(|| ferry.thread().unpark());
    });
    ferry.join().unwrap();
    println!("the ferry has crossed twice");
}
