//! `main` has the lock; one thread asks for it, another doesn't

use std::sync::Mutex;
use std::thread;

static CACHE: Mutex<&str> = Mutex::new("old page");

fn serve() {
    let page = CACHE.lock().unwrap();
    println!("worker: serves the {page}");
}

fn check() {
    println!("health check: alive");
}

fn main() {
    let mut page = CACHE.lock().unwrap();
    let worker = thread::spawn(serve);
    let health = thread::spawn(check);

    health.join().unwrap();
    println!("main: renews the cache");
    *page = "new page";
    drop(page);

    worker.join().unwrap();
}
