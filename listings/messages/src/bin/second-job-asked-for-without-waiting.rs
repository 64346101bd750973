//! One job is sent, two are asked for, by a worker that does not wait

use std::sync::mpsc;

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("resize").unwrap();

    println!("{:?}", queue.try_recv());
    println!("{:?}", queue.try_recv());
    drop(jobs);
}
