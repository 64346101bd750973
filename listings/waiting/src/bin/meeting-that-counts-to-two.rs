//! A barrier counts who has arrived, and begins again at zero
//@ may-hang
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

struct Meeting {
    arrived: Mutex<u32>,
    all_there: Condvar,
}

static HOUR: Meeting = Meeting {
    arrived: Mutex::new(0),
    all_there: Condvar::new(),
};

// ANCHOR: wait
impl Meeting {
    fn wait(&self) {
        let mut arrived = self.arrived.lock().unwrap();
        *arrived += 1;
        if *arrived == 2 {
            *arrived = 0;
            self.all_there.notify_all();
        } else {
            let waits = |arrived: &mut u32| *arrived != 0;
            drop(self.all_there.wait_while(arrived, waits));
        }
    }
}

fn two_hours() {
    HOUR.wait();
    thread::sleep(Duration::from_millis(1));
    HOUR.wait();
}

fn main() {
    let east = thread::spawn(two_hours);
    two_hours();
    east.join().unwrap();
    println!("two hours");
}
// ANCHOR_END: wait
