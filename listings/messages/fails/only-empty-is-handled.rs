//! One answer of `try_recv` has been forgotten
//!
//! If this compiled, there'd be nothing for the worker to do when the client is gone. In a language that goes on all
//! the same, this loop asks a dead channel for ever, which keeps a core busy, and doesn't tell anyone why.
//@ fixed-by: messages/gone-is-handled-too

use std::sync::mpsc::{self, TryRecvError};

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("resize").unwrap();
    drop(jobs);

    loop {
        match queue.try_recv() {
            //~^ E0004: non-exhaustive patterns
            Ok(job) => println!("done: {job}"),
            Err(TryRecvError::Empty) => println!("tidied up"),
        }
    }
}
