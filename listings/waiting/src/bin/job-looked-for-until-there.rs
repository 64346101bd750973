//! A worker parks only as long as there is no job
//@ schedules

use std::sync::Mutex;
use std::thread;

static JOB: Mutex<Option<&str>> = Mutex::new(None);

fn take() -> Option<&'static str> {
    JOB.lock().unwrap().take()
}

fn main() {
    // ANCHOR: worker
    let worker = thread::spawn(|| {
        loop {
            match take() {
                Some(job) => return println!("worker: {job}"),
                None => thread::park(),
            }
        }
    });
    // ANCHOR_END: worker

    *JOB.lock().unwrap() = Some("print letter.pdf");
    worker.thread().unpark();
    worker.join().unwrap();
}
