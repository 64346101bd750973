//! A worker is given the signal, and then the job
//@ may-hang
//@ schedules

use std::sync::Mutex;
use std::thread;

static JOB: Mutex<Option<&str>> = Mutex::new(None);

fn take() -> Option<&'static str> {
    JOB.lock().unwrap().take()
}

fn main() {
    let worker = thread::spawn(|| {
        loop {
            match take() {
                Some(job) => return println!("worker: {job}"),
                None => thread::park(),
            }
        }
    });

    // ANCHOR: client
    worker.thread().unpark();
    *JOB.lock().unwrap() = Some("print letter.pdf");
    // ANCHOR_END: client
    worker.join().unwrap();
}
