//! A barrier counts who has arrived, and which meeting it is
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

struct Meeting {
    arrived: Mutex<u32>,
    all_there: Condvar,
}

impl Meeting {
    // ANCHOR: wait
    fn wait(&self) {
        let mut arrived = self.arrived.lock().unwrap();
        let round = *arrived / 2;
        *arrived += 1;
        if arrived.is_multiple_of(2) {
            self.all_there.notify_all();
        } else {
            let waits = |arrived: &mut u32| *arrived / 2 == round;
            drop(self.all_there.wait_while(arrived, waits));
        }
    }
    // ANCHOR_END: wait
}

static HOUR: Meeting = Meeting {
    arrived: Mutex::new(0),
    all_there: Condvar::new(),
};

fn main() {
    let east = thread::spawn(|| (0..2).for_each(|_| HOUR.wait()));
    (0..2).for_each(|_| HOUR.wait());
    east.join().unwrap();
    println!("two hours");
}
