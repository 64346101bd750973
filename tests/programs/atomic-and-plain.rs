//! A plain read of an atomic's memory races with an atomic store, though not with another look
//@ refused at 11: as_ptr

use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

static LEVEL: AtomicU32 = AtomicU32::new(0);

fn main() {
    let peeker = thread::spawn(|| LEVEL.load(SeqCst));
    println!("{}", unsafe { *LEVEL.as_ptr() });
    peeker.join().unwrap();
    let filler = thread::spawn(|| LEVEL.store(1, SeqCst));
    println!("{}", unsafe { *LEVEL.as_ptr() });
    filler.join().unwrap();
}
