//! A shop asks for two lamps, and waits for each answer with a limit
//@ schedules
//@ outcome: lamp 0: desk lamp | lamp 1: floor lamp
//@ outcome: lamp 0: desk lamp | lamp 1: no answer
//@ outcome: lamp 0: no answer | lamp 1: desk lamp
//@ outcome: lamp 0: no answer | lamp 1: no answer

use std::sync::mpsc;
use std::thread;
use std::time::Duration;

const LIMIT: Duration = Duration::from_millis(2);

fn main() {
    let (ask, questions) = mpsc::channel();
    let (answer, answers) = mpsc::channel();
    let warehouse = thread::spawn(move || {
        for number in questions {
            thread::sleep(Duration::from_millis(2));
            answer.send(["desk lamp", "floor lamp"][number]).unwrap();
        }
    });

    // ANCHOR: shop
    for number in [0, 1] {
        ask.send(number).unwrap();
        let lamp = answers.recv_timeout(LIMIT).unwrap_or("no answer");
        println!("lamp {number}: {lamp}");
    }
    // ANCHOR_END: shop
    drop(ask);
    warehouse.join().unwrap();
}
