//! A worker does the jobs that it's sent, however many there are
//@ schedules

use std::sync::mpsc;
use std::thread;

fn main() {
    let (jobs, queue) = mpsc::channel();

    let client = thread::spawn(move || {
        for job in ["resize", "crop", "rotate"] {
            jobs.send(job).unwrap();
        }
    });

    for job in queue {
        println!("done: {job}");
    }
    println!("all done");
    client.join().unwrap();
}
