//! A meeting breaks up when somebody who is expected at it panics
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

struct State {
    arrived: u32,
    is_broken: bool,
}

static HOUR: Mutex<State> = Mutex::new(State {
    arrived: 0,
    is_broken: false,
});
static CHANGED: Condvar = Condvar::new();

// ANCHOR: member
struct Member;

const OFF: &str = "the meeting is off";

impl Member {
    fn wait(&self) -> Result<(), &'static str> {
        let mut hour = HOUR.lock().unwrap();
        if hour.is_broken {
            return Err(OFF);
        }
        let round = hour.arrived / 2;
        hour.arrived += 1;
        CHANGED.notify_all();
        let waits = |hour: &mut State| hour.arrived / 2 == round && !hour.is_broken;
        let hour = CHANGED.wait_while(hour, waits).unwrap();
        let met = hour.arrived / 2 > round;
        met.then_some(()).ok_or(OFF)
    }
}

impl Drop for Member {
    fn drop(&mut self) {
        if thread::panicking() {
            HOUR.lock().unwrap().is_broken = true;
            CHANGED.notify_all();
        }
    }
}

fn compute(measured: &str) -> Result<u32, &'static str> {
    let member = Member;
    let degrees: u32 = measured.parse().unwrap(); //~ panic: InvalidDigit
    member.wait()?;
    Ok(degrees)
}

fn main() {
    let east = thread::spawn(|| compute("16"));
    let west = thread::spawn(|| compute("n/a"));

    println!("west is lost: {}", west.join().is_err());
    println!("east: {:?}", east.join().unwrap());
}
// ANCHOR_END: member
