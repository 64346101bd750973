//! One job is sent, and two are asked for
//@ hangs
//@ schedules

use std::sync::mpsc;

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("resize").unwrap();

    println!("{:?}", queue.recv());
    println!("{:?}", queue.recv());
    drop(jobs);
}
