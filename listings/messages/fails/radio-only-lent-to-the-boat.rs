//! A thread cannot send through a half that it has only borrowed from `main`
//!
//! If this compiled, the boat would send through a variable of `main`. In this program all would go well, as `main`
//! joins the boat before it drops the radio. But `spawn` cannot know that. A function that starts such a boat and
//! returns would drop the radio, and the boat, still at sea, would send through memory that has been freed.
//@ fixed-by: messages/catch-reported-from-sea

use std::sync::mpsc;
use std::thread;

fn main() {
    let (radio, harbour) = mpsc::channel();

    let boat = thread::spawn(|| {
        //~^ E0373: closure may outlive the current function
        radio.send("herring").unwrap();
        radio.send("cod").unwrap();
    });

    println!("first: {}", harbour.recv().unwrap());
    println!("then: {}", harbour.recv().unwrap());
    boat.join().unwrap();
}
