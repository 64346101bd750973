//! Nobody joins the thread that has a log
//@ schedules
//@ outcome: good night
//@ outcome: log: paid | good night
//@ outcome: good night | log: paid

use std::cell::RefCell;
use std::thread;

struct Log(RefCell<Vec<&'static str>>);

impl Drop for Log {
    fn drop(&mut self) {
        // In one piece: what is half written when the process ends is cut.
        let line = format!("log: {}\n", self.0.get_mut().join(", "));
        print!("{line}");
    }
}

thread_local! {
    static LOG: Log = const { Log(RefCell::new(Vec::new())) };
}

// ANCHOR: main
fn main() {
    thread::spawn(|| LOG.with(|log| log.0.borrow_mut().push("paid")));
    println!("good night");
}
// ANCHOR_END: main
