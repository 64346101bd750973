//! Ada and a guest are served by one thread
//@ schedules

use std::cell::Cell;
use std::sync::mpsc;
use std::thread;

thread_local! {
    static USER: Cell<&'static str> = const { Cell::new("a guest") };
}

fn handle(login: Option<&'static str>) {
    if let Some(name) = login {
        USER.set(name);
    }
    println!("seats for {}", USER.get());
}

fn main() {
    let (requests, queue) = mpsc::channel();
    let worker = thread::spawn(move || queue.iter().for_each(handle));
    requests.send(Some("Ada")).unwrap();
    requests.send(None).unwrap();
    drop(requests);
    worker.join().unwrap();
}
