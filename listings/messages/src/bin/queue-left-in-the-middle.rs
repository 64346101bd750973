//! A worker leaves its loop, and one more job is sent

use std::sync::mpsc;

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("resize").unwrap();
    jobs.send("crop").unwrap();

    for job in queue {
        println!("done: {job}");
        if job == "resize" {
            break;
        }
    }

    match jobs.send("rotate") {
        Ok(()) => println!("rotate: in the queue"),
        Err(error) => println!("{}: nobody to do it", error.0),
    }
}
