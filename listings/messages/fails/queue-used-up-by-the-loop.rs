//! A `for` over a receiver takes the receiver
//!
//! If this compiled, the loop would have dropped its receiver when it ended, and the channel with it, since the sender
//! was gone already. The last line would look for a message in a queue that's been freed.
//@ fixed-by: messages/queue-lent-to-the-loop

use std::sync::mpsc;

fn main() {
    let (jobs, queue) = mpsc::channel();
    jobs.send("resize").unwrap();
    drop(jobs);

    for job in queue {
        println!("done: {job}");
    }
    println!("anything left: {:?}", queue.recv()); //~ E0382: borrow of moved value: `queue`
}
