//! Whoever writes takes a write guard

use std::sync::RwLock;

fn main() {
    let room = RwLock::new(4);

    // ANCHOR: writing
    let mut images = room.write().unwrap();
    *images += 1;
    drop(images);
    // ANCHOR_END: writing

    println!("room for {} images", room.read().unwrap());
}
