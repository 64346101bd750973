//! The same choir without `collect`
//@ hangs
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
    println!("the rehearsal begins");

    singers
        .map(|singer| thread::spawn(move || rehearse(singer)))
        .for_each(|handle| handle.join().unwrap());
}
