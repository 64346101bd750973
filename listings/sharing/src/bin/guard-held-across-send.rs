//! Three letters, a bag with room for one, and a lock
//@ hangs
//@ schedules

use std::sync::Mutex;
use std::sync::mpsc::sync_channel;
use std::thread;

static UNDER_WAY: Mutex<u32> = Mutex::new(0);

fn main() {
    let (bag, letters) = sync_channel(1);
    let carrier = thread::spawn(move || {
        for _letter in letters {
            *UNDER_WAY.lock().unwrap() -= 1;
        }
    });

    let mut under_way = UNDER_WAY.lock().unwrap();
    for letter in ["bill", "card", "note"] {
        *under_way += 1;
        bag.send(letter).unwrap();
        println!("posted: {letter}");
    }
    drop(bag);
    drop(under_way);

    carrier.join().unwrap();
    println!("under way: {}", UNDER_WAY.lock().unwrap());
}
