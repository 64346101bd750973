//! Two people and two doors
//@ hangs
//@ schedules

use std::sync::Barrier;
use std::thread;

static FRONT_DOOR: Barrier = Barrier::new(2);
static BACK_DOOR: Barrier = Barrier::new(2);

fn main() {
    println!("see you at both doors");

    let ann = thread::spawn(|| {
        FRONT_DOOR.wait();
        BACK_DOOR.wait();
    });
    let ben = thread::spawn(|| {
        BACK_DOOR.wait();
        FRONT_DOOR.wait();
    });

    ann.join().unwrap();
    ben.join().unwrap();
    println!("both met twice");
}
