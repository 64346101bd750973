//! A worker writes a line and then an alarm, each into its own queue
//@ outcome: an alarm and its line
//@ outcome: no alarm
//@ outcome: an alarm without a line
//@ schedules

use std::collections::VecDeque;
use std::sync::Mutex;
use std::thread;
use std::time::Duration;

static LINES: Mutex<VecDeque<&str>> = Mutex::new(VecDeque::new());
static ALARMS: Mutex<VecDeque<&str>> = Mutex::new(VecDeque::new());

fn main() {
    // ANCHOR: queues
    let worker = thread::spawn(|| {
        LINES.lock().unwrap().push_back("cart: no database");
        ALARMS.lock().unwrap().push_back("look at the cart");
    });

    let line = LINES.lock().unwrap().pop_front();
    thread::sleep(Duration::from_micros(50));
    let alarm = ALARMS.lock().unwrap().pop_front();
    match (line, alarm) {
        (Some(_), Some(_)) => println!("an alarm and its line"),
        (None, Some(_)) => println!("an alarm without a line"),
        (_, None) => println!("no alarm"),
    }
    // ANCHOR_END: queues
    worker.join().unwrap();
}
