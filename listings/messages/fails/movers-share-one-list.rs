//! Two movers take from one receiver
//!
//! If this compiled, both movers could be inside `recv` at the same moment. With the queue of today the piano would
//! still be lifted, for it could do with several receivers. But `Receiver` does not promise that, and until Rust 1.67
//! its queue took a message out without looking whether somebody else does. There, both movers could get the left end
//! and nobody the right one, and a message with memory of its own would be freed twice.
//@ fixed-by: messages/movers-take-turns-at-the-list

use std::sync::{Barrier, mpsc};
use std::thread;

static LIFT: Barrier = Barrier::new(2);

fn main() {
    let (list, ends) = mpsc::channel();
    list.send("left end").unwrap();
    list.send("right end").unwrap();
    drop(list);

    let carry = || {
        while let Ok(end) = ends.recv() {
            LIFT.wait();
            println!("{end}: lifted");
        }
    };
    thread::scope(|scope| {
        scope.spawn(carry); //~ E0277: `std::sync::mpsc::Receiver<&str>` cannot be shared between threads safely
        scope.spawn(carry);
    });
}
