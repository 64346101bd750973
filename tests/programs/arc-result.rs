//! The last of three owners sends the total, which is complete by then
//@ returns: 2 from a
//@ returns: 2 from b
//@ returns: 2 from main

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::sync::{Arc, mpsc};
use std::thread;

struct Total {
    sum: AtomicU32,
    out: mpsc::Sender<String>,
}
impl Drop for Total {
    fn drop(&mut self) {
        let last = thread::current().name().unwrap_or("?").to_string();
        self.out.send(format!("{} from {last}", self.sum.load(SeqCst))).unwrap();
    }
}

fn main() {
    let (out, receiver) = mpsc::channel();
    let total = Arc::new(Total { sum: AtomicU32::new(0), out });
    for name in ["a", "b"] {
        let total = Arc::clone(&total);
        thread::Builder::new().name(name.into()).spawn(move || total.sum.fetch_add(1, SeqCst)).unwrap();
    }
    drop(total);
    println!("{}", receiver.recv().unwrap());
}
