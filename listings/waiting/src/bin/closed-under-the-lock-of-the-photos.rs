//! Photos and the end under one lock
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

// ANCHOR: service
struct Service {
    photos: Vec<&'static str>,
    closed: bool,
}

static SERVICE: Mutex<Service> = Mutex::new(Service {
    photos: vec![],
    closed: false,
});
static CHANGED: Condvar = Condvar::new();

fn main() {
    let worker = thread::spawn(|| {
        let mut service = SERVICE.lock().unwrap();
        while service.photos.is_empty() && !service.closed {
            service = CHANGED.wait(service).unwrap();
        }
        println!("photos to make: {}", service.photos.len());
    });
    // ANCHOR_END: service

    SERVICE.lock().unwrap().closed = true;
    CHANGED.notify_all();
    worker.join().unwrap();
}
