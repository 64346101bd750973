//! All threads are started before the first is joined
//@ unordered
//@ schedules

use std::sync::Barrier;
use std::thread;

static ALL_HERE: Barrier = Barrier::new(3);

fn rehearse(singer: &str) {
    ALL_HERE.wait();
    println!("{singer} sings");
}

fn main() {
    let singers = ["Ada", "Bo", "Cy"].into_iter();

    let handles: Vec<_> = singers
        .map(|singer| thread::spawn(move || rehearse(singer)))
        .collect();

    for handle in handles {
        handle.join().unwrap();
    }
}
