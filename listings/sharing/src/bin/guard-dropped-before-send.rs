//! A guard for each letter, dropped before the letter is sent
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

    for letter in ["bill", "card", "note"] {
        *UNDER_WAY.lock().unwrap() += 1;
        bag.send(letter).unwrap();
        println!("posted: {letter}");
    }
    drop(bag);

    carrier.join().unwrap();
    println!("under way: {}", UNDER_WAY.lock().unwrap());
}
