//! Each use of the switch takes a number
//@ schedules
//@ outcome: 1 ada: alarm on | 2 ben: alarm off | at night: off
//@ outcome: 2 ada: alarm on | 1 ben: alarm off | at night: on
//@ outcome: 1 ben: alarm off | 2 ada: alarm on | at night: on
//@ outcome: 2 ben: alarm off | 1 ada: alarm on | at night: off

use std::sync::Mutex;
use std::thread;

struct Alarm {
    state: &'static str,
    number: u32,
}

static ALARM: Mutex<Alarm> = Mutex::new(Alarm {
    state: "off",
    number: 0,
});

// ANCHOR: switch
fn switch(person: &str, to: &'static str) {
    let mut alarm = ALARM.lock().unwrap();
    alarm.state = to;
    alarm.number += 1;
    let number = alarm.number;
    drop(alarm);
    println!("{number} {person}: alarm {to}");
}
// ANCHOR_END: switch

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| switch("ada", "on"));
        scope.spawn(|| switch("ben", "off"));
    });
    println!("at night: {}", ALARM.lock().unwrap().state);
}
