//! The same two doors, visited in one agreed order
//@ schedules

use std::sync::Barrier;
use std::thread;

static FRONT_DOOR: Barrier = Barrier::new(2);
static BACK_DOOR: Barrier = Barrier::new(2);

// ANCHOR: visit
fn visit_both_doors() {
    FRONT_DOOR.wait();
    BACK_DOOR.wait();
}
// ANCHOR_END: visit

fn main() {
    println!("see you at both doors");

    let ann = thread::spawn(visit_both_doors);
    let ben = thread::spawn(visit_both_doors);

    ann.join().unwrap();
    ben.join().unwrap();
    println!("both met twice");
}
