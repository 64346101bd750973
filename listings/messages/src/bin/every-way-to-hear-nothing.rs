//! A sender that sends nothing, and then no sender
//@ schedules

use std::sync::mpsc;
use std::time::Duration;

fn main() {
    let (jobs, queue) = mpsc::channel::<&str>();
    let patience = Duration::from_millis(10);

    println!("{:?}", queue.try_recv());
    println!("{:?}", queue.recv_timeout(patience));

    drop(jobs);
    println!("{:?}", queue.try_recv());
    println!("{:?}", queue.recv_timeout(patience));
    println!("{:?}", queue.recv());
}
