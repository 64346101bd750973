//! A barrier counts who has arrived, and begins again at zero
//@ may-hang
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

struct Meeting {
    arrived: Mutex<u32>,
    all_there: Condvar,
}

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
