//! Three jobs, a channel with room for one, and a lock
//@ hangs
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

    let mut open = OPEN.lock().unwrap();
    for job in ["mail", "resize", "backup"] {
        *open += 1;
        queue.send(job).unwrap();
        println!("sent: {job}");
    }
    drop(queue);
    drop(open);

    worker.join().unwrap();
    println!("open: {}", OPEN.lock().unwrap());
}
