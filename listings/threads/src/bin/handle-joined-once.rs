//! Joined once, and the answer kept

use std::thread;

// ANCHOR: main
fn main() {
    let header = thread::spawn(|| "24 MB, 3 parts".split(',').count());

    let fields = header.join().unwrap();
    println!("{fields} fields");
    println!("still {fields} fields");
}
// ANCHOR_END: main
