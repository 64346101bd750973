//! A port is replaced while a request looks it up, and freed two epochs later
//@ outcome: to port 8080
//@ outcome: to port 9090
//@ schedules

use std::ptr;
use std::sync::atomic::{AtomicPtr, AtomicUsize, Ordering};
use std::thread;

const OUTSIDE: usize = usize::MAX;

static PORT: AtomicPtr<u16> = AtomicPtr::new(ptr::null_mut());
static EPOCH: AtomicUsize = AtomicUsize::new(0);
static PINNED: AtomicUsize = AtomicUsize::new(OUTSIDE);

fn request() {
    PINNED.store(EPOCH.load(Ordering::SeqCst), Ordering::SeqCst);
    // SAFETY: this request is pinned, so nobody frees what it may find.
    let port = unsafe { *PORT.load(Ordering::SeqCst) };
    PINNED.store(OUTSIDE, Ordering::SeqCst);
    println!("to port {port}");
}

fn advance() {
    let epoch = EPOCH.load(Ordering::SeqCst);
    let pinned = PINNED.load(Ordering::SeqCst);
    if pinned == OUTSIDE || pinned == epoch {
        EPOCH.store(epoch + 1, Ordering::SeqCst);
    }
}

fn replace(port: u16) {
    let old = PORT.swap(Box::into_raw(Box::new(port)), Ordering::SeqCst);
    let removed_in = EPOCH.load(Ordering::SeqCst);
    // ANCHOR: wait
    while EPOCH.load(Ordering::SeqCst) < removed_in + 2 {
        advance();
    }
    // ANCHOR_END: wait
    // SAFETY: from `Box::into_raw`. Whoever may have found it has been outside since,
    // or the epoch couldn't have gone on twice.
    drop(unsafe { Box::from_raw(old) });
}

fn main() {
    PORT.store(Box::into_raw(Box::new(8080)), Ordering::SeqCst);
    let request = thread::spawn(request);
    replace(9090);
    request.join().unwrap();
}
