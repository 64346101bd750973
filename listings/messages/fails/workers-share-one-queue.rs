//! Two workers take from one receiver
//!
//! If this compiled, both workers could be inside `recv` at the same moment. With today's queue both gauges would still
//! be read, since it could cope with several receivers. But `Receiver` doesn't promise that, and until Rust 1.67 its
//! queue took a message out without looking whether anybody else was at it. There, both workers could get the eastern
//! gauge and nobody the western one, and a message with memory of its own would be freed twice.
//@ fixed-by: messages/workers-take-turns-at-the-queue

use std::sync::{Barrier, mpsc};
use std::thread;

static TOGETHER: Barrier = Barrier::new(2);

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("east").unwrap();
    jobs.send("west").unwrap();
    drop(jobs);

    let work = || {
        while let Ok(gauge) = queue.recv() {
            TOGETHER.wait();
            println!("{gauge}: read");
        }
    };
    thread::scope(|scope| {
        scope.spawn(work); //~ E0277: `std::sync::mpsc::Receiver<&str>` cannot be shared between threads safely
        scope.spawn(work);
    });
}
