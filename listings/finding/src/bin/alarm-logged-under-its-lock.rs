//! The line is written before the alarm is unlocked
//@ schedules
//@ outcome: ada: alarm on | ben: alarm off | at night: off
//@ outcome: ben: alarm off | ada: alarm on | at night: on

use std::sync::Mutex;
use std::thread;

static ALARM: Mutex<&str> = Mutex::new("off");

// ANCHOR: switch
fn switch(person: &str, to: &'static str) {
    let mut alarm = ALARM.lock().unwrap();
    *alarm = to;
    println!("{person}: alarm {to}");
}
// ANCHOR_END: switch

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| switch("ada", "on"));
        scope.spawn(|| switch("ben", "off"));
    });
    println!("at night: {}", *ALARM.lock().unwrap());
}
