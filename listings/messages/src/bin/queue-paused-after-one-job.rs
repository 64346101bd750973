//! A worker does one job, pauses, and asks for more

use std::sync::mpsc;

fn main() {
    let (jobs, queue) = mpsc::channel();
    for job in ["resize", "crop", "rotate"] {
        jobs.send(job).unwrap();
    }
    drop(jobs);

    if let Some(job) = queue.iter().next() {
        println!("done: {job}");
    }
    println!("pause");

    for job in queue {
        println!("done: {job}");
    }
}
