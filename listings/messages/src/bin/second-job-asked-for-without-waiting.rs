//! One job is sent, and two are asked for, by a worker that doesn't wait

use std::sync::mpsc;

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("resize").unwrap();

    println!("{:?}", queue.try_recv());
    println!("{:?}", queue.try_recv());
    drop(jobs);
}
