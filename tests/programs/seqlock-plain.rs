//! A seqlock over plain data: to throw a torn value away does not undo the race in which it was read
//@ returns: 1 1
//@ returns: busy
//@ undefined `data race, 20 and 25`:
//@ undefined `data race, 20 and 25`: 0 0

use std::cell::UnsafeCell;
use std::sync::atomic::{AtomicU32, Ordering::SeqCst};
use std::thread;

struct Place(UnsafeCell<(u32, u32)>);
unsafe impl Sync for Place {}

static SEQ: AtomicU32 = AtomicU32::new(0);
static PLACE: Place = Place(UnsafeCell::new((0, 0)));

fn main() {
    let writer = thread::spawn(|| {
        SEQ.store(1, SeqCst);
        unsafe { *PLACE.0.get() = (1, 1) };
        SEQ.store(2, SeqCst);
    });
    let before = SEQ.load(SeqCst);
    if before % 2 == 0 {
        let (east, north) = unsafe { *PLACE.0.get() };
        if SEQ.load(SeqCst) == before {
            println!("{east} {north}");
        } else {
            println!("busy");
        }
    } else {
        println!("busy");
    }
    writer.join().unwrap();
}
