//! A detached thread panics

use std::sync::Barrier;
use std::thread;

static LEAVING: Barrier = Barrier::new(2);

struct Desk;

impl Drop for Desk {
    fn drop(&mut self) {
        println!("desk cleared");
        LEAVING.wait();
    }
}

fn main() {
    thread::spawn(|| {
        let _desk = Desk;
        panic!("the clerk has walked out"); //~ panic: the clerk has walked out
    });

    LEAVING.wait();
    println!("the shop stays open");
}
