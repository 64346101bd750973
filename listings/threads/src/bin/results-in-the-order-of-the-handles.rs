//! Three mirrors, three threads, one loop of joins

use std::thread;

fn main() {
    let speeds = [vec![18, 21, 19], vec![25, 24], vec![7, 11, 9, 5]];

    let handles = speeds.map(|mirror| thread::spawn(move || mirror.into_iter().max()));

    for (number, handle) in (1..).zip(handles) {
        let fastest = handle.join().unwrap();
        println!("mirror {number}: {fastest:?}");
    }
}
