//! A user who is forgotten when the request is done
//@ schedules

use std::cell::Cell;
use std::sync::mpsc;
use std::thread;

thread_local! {
    static USER: Cell<&'static str> = const { Cell::new("a guest") };
}

// ANCHOR: guard
struct Forget;

impl Drop for Forget {
    fn drop(&mut self) {
        USER.set("a guest");
    }
}

fn handle(login: Option<&'static str>) {
    let _forget = Forget;
    if let Some(name) = login {
        USER.set(name);
    }
    println!("seats for {}", USER.get());
}
// ANCHOR_END: guard

fn main() {
    let (requests, queue) = mpsc::channel();
    let worker = thread::spawn(move || queue.iter().for_each(handle));
    requests.send(Some("Ada")).unwrap();
    requests.send(None).unwrap();
    drop(requests);
    worker.join().unwrap();
}
