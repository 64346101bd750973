//! Two cooks begin at the same moment
//@ outcome: soup is ready | bread is ready
//@ outcome: bread is ready | soup is ready
//@ schedules

use std::sync::Barrier;
use std::thread;

static START: Barrier = Barrier::new(2);

fn cook(dish: &str) {
    START.wait();
    println!("{dish} is ready");
}

fn main() {
    let soup = thread::spawn(|| cook("soup"));
    let bread = thread::spawn(|| cook("bread"));

    soup.join().unwrap();
    bread.join().unwrap();
}
