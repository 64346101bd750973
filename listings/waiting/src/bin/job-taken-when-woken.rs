//! A worker looks for its job once it has been woken
//@ schedules

use std::sync::Mutex;
use std::thread;

static JOB: Mutex<Option<&str>> = Mutex::new(None);

fn main() {
    let worker = thread::spawn(|| {
        thread::park();
        match JOB.lock().unwrap().take() {
            Some(job) => println!("worker: {job}"),
            None => println!("worker: nothing to do"),
        }
    });

    *JOB.lock().unwrap() = Some("print letter.pdf");
    worker.thread().unpark();
    worker.join().unwrap();
}
