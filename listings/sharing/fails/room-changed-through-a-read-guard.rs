//! A number behind an `RwLock`, changed by a reader
//!
//! If this compiled, there'd be room for 5 and no harm done: there's one guard here, and one thread. But a read guard
//! may have others beside it, and the number could change while their threads read it: a data race. And a request could
//! find room for one more image, and none when it comes to store it, with one guard in hand all the time.
//@ fixed-by: sharing/room-changed-through-a-write-guard

use std::sync::RwLock;

fn main() {
    let room = RwLock::new(4);

    let images = room.read().unwrap();
    *images += 1; //~ E0594: cannot assign to data in dereference of
    drop(images);

    println!("room for {} images", room.read().unwrap());
}
