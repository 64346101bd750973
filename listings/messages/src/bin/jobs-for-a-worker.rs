//! A worker is sent closures that may travel

use std::sync::mpsc;
use std::thread;

// ANCHOR: job
type Job = Box<dyn FnOnce() -> String + Send>;
// ANCHOR_END: job

fn main() {
    let (desk, jobs) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || {
        for job in jobs {
            println!("{}", job());
        }
    });

    let invoice = String::from("the invoice of order 7");
    let print = move || format!("printed {invoice}");
    desk.send(Box::new(print)).unwrap();
    let count = || String::from("counted the lamps");
    desk.send(Box::new(count)).unwrap();
    drop(desk);
    worker.join().unwrap();
}
