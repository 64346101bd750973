//! A `Relaxed` `fetch_add` of a third thread continues the release sequence of the store that it adds to
// Ten is the writer's store, and eleven the same with one added: both hand the cell over. One is the adder alone.
//@ returns: 0
//@ returns: 1
//@ returns: 10 wax
//@ returns: 11 wax

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

struct Seal(UnsafeCell<&'static str>);
unsafe impl Sync for Seal {}

static SEAL: Seal = Seal(UnsafeCell::new("none"));
static STAGE: AtomicU32 = AtomicU32::new(0);

fn main() {
    let writer = thread::spawn(|| {
        unsafe { *SEAL.0.get() = "wax" };
        STAGE.store(10, Ordering::Release);
    });
    let adder = thread::spawn(|| {
        STAGE.fetch_add(1, Ordering::Relaxed);
    });
    let stage = STAGE.load(Ordering::Acquire);
    if stage >= 10 {
        println!("{stage} {}", unsafe { *SEAL.0.get() });
    } else {
        println!("{stage}");
    }
    writer.join().unwrap();
    adder.join().unwrap();
}
