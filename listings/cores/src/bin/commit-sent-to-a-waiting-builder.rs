//! A builder waits for commits and for a button
//@ outcome: built a1 | stopped
//@ outcome: stopped

use crossbeam::channel::{self, select};
use std::thread;

fn main() {
    let (push, commits) = channel::unbounded();
    let (press, button) = channel::unbounded();
    let builder = thread::spawn(move || {
        loop {
            select! {
                recv(commits) -> commit => println!("built {}", commit.unwrap()),
                recv(button) -> _ => break,
            }
        }
    });

    push.send("a1").unwrap();
    press.send(()).unwrap();
    builder.join().unwrap();
    println!("stopped");
}
