//! A `for` over a reference to a receiver gives it back

use std::sync::mpsc;

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("resize").unwrap();
    drop(jobs);

    // ANCHOR: loop
    for job in &queue {
        println!("done: {job}");
    }
    println!("anything left: {:?}", queue.recv());
    // ANCHOR_END: loop
}
