//! What a thread was handed that nobody joins is no leak, wherever it has come to when `main` returns
//@ returns: done

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static LIT: AtomicU32 = AtomicU32::new(0);

fn main() {
    let lamp = Box::new(5_u32);
    let wick = Box::into_raw(Box::new(7_u32)).expose_provenance();
    thread::spawn(move || {
        LIT.fetch_add(1, Ordering::SeqCst);
        let wick: *mut u32 = std::ptr::with_exposed_provenance_mut(wick);
        LIT.fetch_add(*lamp, Ordering::SeqCst);
        drop(unsafe { Box::from_raw(wick) });
    });
    println!("done");
}
