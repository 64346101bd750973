//! A worker writes a line and then an alarm, and the alarm is looked for first
//@ outcome: an alarm and its line
//@ outcome: no alarm
//@ schedules

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;

static LINES: Mutex<VecDeque<&str>> = Mutex::new(VecDeque::new());
static ALARMS: Mutex<VecDeque<&str>> = Mutex::new(VecDeque::new());

fn main() {
    let worker = thread::spawn(|| {
        LINES.lock().unwrap().push_back("cart: no database");
        ALARMS.lock().unwrap().push_back("look at the cart");
    });

    // ANCHOR: looks
    let alarm = ALARMS.lock().unwrap().pop_front();
    let line = LINES.lock().unwrap().pop_front();
    // ANCHOR_END: looks
    match (line, alarm) {
        (Some(_), Some(_)) => println!("an alarm and its line"),
        (None, Some(_)) => println!("an alarm without a line"),
        (_, None) => println!("no alarm"),
    }
    worker.join().unwrap();
}
