//! A worker is sent closures of any kind
//!
//! If this compiled, these two jobs wouldn't do any harm: each owns what it needs. But any closure could be sent. One
//! of them could hold an `Rc` whose other owners stay behind at the desk, and then the worker and the desk could change
//! one plain count at the same time.
//@ fixed-by: messages/jobs-for-a-worker

use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce() -> String>;

fn main() {
    let (desk, jobs) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || {
        //~^ E0277: cannot be sent between threads safely
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
