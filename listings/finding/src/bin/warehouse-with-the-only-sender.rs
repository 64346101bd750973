//! The warehouse has the only sender of its answers
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    // ANCHOR: start
    let (ask, questions) = mpsc::channel::<usize>();
    let (answer, answers) = mpsc::channel();
    let warehouse = thread::spawn(move || {
        let shelf = ["desk lamp", "floor lamp", "lava lamp"];
        for number in questions {
            answer.send(shelf[number]).unwrap(); //~ panic: the len is 3 but the index is 3
        }
    });
    // ANCHOR_END: start

    for number in [1, 3] {
        ask.send(number).unwrap();
        println!("lamp {number}: {:?}", answers.recv());
    }
    drop(ask);
    println!("ended well: {}", warehouse.join().is_ok());
}
