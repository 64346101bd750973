//! Two gardeners look again, with the write guard in hand
//@ schedules

use std::sync::{Barrier, RwLock};
use std::thread;

static TREES: RwLock<Vec<&str>> = RwLock::new(Vec::new());
static BOTH_LOOKED: Barrier = Barrier::new(2);

fn add_the_elm() {
    let missing = !TREES.read().unwrap().contains(&"elm");
    BOTH_LOOKED.wait();
    if missing {
        let mut trees = TREES.write().unwrap();
        if !trees.contains(&"elm") {
            trees.push("elm");
        }
    }
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(add_the_elm);
        scope.spawn(add_the_elm);
    });
    println!("{:?}", TREES.read().unwrap());
}
