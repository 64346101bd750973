//! A builder waits for commits and for a button, which it prefers

use crossbeam::channel::{self, select_biased};
use std::thread;

fn main() {
    let (push, commits) = channel::unbounded();
    let (press, button) = channel::unbounded();
    push.send("a1").unwrap();
    press.send(()).unwrap();

    // ANCHOR: builder
    let builder = thread::spawn(move || {
        loop {
            select_biased! {
                recv(button) -> _ => break,
                recv(commits) -> commit => println!("built {}", commit.unwrap()),
            }
        }
    });
    // ANCHOR_END: builder
    builder.join().unwrap();
    println!("stopped");
}
