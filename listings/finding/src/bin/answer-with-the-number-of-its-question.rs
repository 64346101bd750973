//! Each answer carries the number of its question
//@ schedules
//@ outcome: lamp 0: desk lamp | lamp 1: floor lamp
//@ outcome: lamp 0: desk lamp | lamp 1: no answer
//@ outcome: lamp 0: no answer | lamp 1: floor lamp
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
            let lamp = ["desk lamp", "floor lamp"][number];
            answer.send((number, lamp)).unwrap();
        }
    });

    // ANCHOR: shop
    for number in [0, 1] {
        ask.send(number).unwrap();
        let lamp = loop {
            match answers.recv_timeout(LIMIT) {
                Ok((asked, lamp)) if asked == number => break lamp,
                Ok(_) => continue,
                Err(_) => break "no answer",
            }
        };
        println!("lamp {number}: {lamp}");
    }
    // ANCHOR_END: shop
    drop(ask);
    warehouse.join().unwrap();
}
