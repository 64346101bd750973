//! A guard for each job, dropped before the job is sent
//@ schedules

use std::sync::Mutex;
use std::sync::mpsc::sync_channel;
use std::thread;

static OPEN: Mutex<u32> = Mutex::new(0);

fn main() {
    let (queue, jobs) = sync_channel(1);
    let worker = thread::spawn(move || {
        for _job in jobs {
            *OPEN.lock().unwrap() -= 1;
        }
    });

    // ANCHOR: sending
    for job in ["mail", "resize", "backup"] {
        *OPEN.lock().unwrap() += 1;
        queue.send(job).unwrap();
        println!("sent: {job}");
    }
    // ANCHOR_END: sending
    drop(queue);

    worker.join().unwrap();
    println!("open: {}", OPEN.lock().unwrap());
}
