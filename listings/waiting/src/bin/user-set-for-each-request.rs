//! Each request says who it is from
//@ schedules

use std::cell::Cell;
use std::sync::mpsc;
use std::thread;

thread_local! {
    static USER: Cell<&'static str> = const { Cell::new("nobody") };
}

// ANCHOR: handle
fn handle(login: Option<&'static str>) {
    USER.set(login.unwrap_or("a guest"));
    println!("seats for {}", USER.get());
}
// ANCHOR_END: handle

fn main() {
    let (requests, queue) = mpsc::channel();
    let worker = thread::spawn(move || queue.iter().for_each(handle));
    requests.send(Some("Ada")).unwrap();
    requests.send(None).unwrap();
    drop(requests);
    worker.join().unwrap();
}
