//! A worker is given the signal by two clients
//@ may-hang
//@ schedules

use std::thread;

fn main() {
    let worker = thread::spawn(|| {
        thread::park();
        thread::park();
    });

    thread::scope(|clients| {
        clients.spawn(|| worker.thread().unpark());
        clients.spawn(|| worker.thread().unpark());
    });
    worker.join().unwrap();
    println!("two jobs are done");
}
