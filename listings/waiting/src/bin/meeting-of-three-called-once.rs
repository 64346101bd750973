//! Three meet at a barrier, and the last to come wakes one of the others
//@ hangs
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
        let round = *arrived / 3;
        *arrived += 1;
        if arrived.is_multiple_of(3) {
            self.all_there.notify_one();
        } else {
            let waits = |arrived: &mut u32| *arrived / 3 == round;
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
    let east = thread::spawn(|| HOUR.wait());
    let west = thread::spawn(|| HOUR.wait());
    HOUR.wait();
    east.join().unwrap();
    west.join().unwrap();
    println!("one hour");
}
