//! Two builders take commits from one channel

use crossbeam::channel;
use std::thread;

fn main() {
    let (push, commits) = channel::unbounded();
    for commit in ["a1", "b2", "c3"] {
        push.send(commit).unwrap();
    }
    drop(push);

    // ANCHOR: second
    let second = commits.clone();
    let builders = [commits, second].map(|queue| thread::spawn(move || queue.iter().count()));
    // ANCHOR_END: second
    let built: usize = builders.map(|builder| builder.join().unwrap()).iter().sum();
    println!("{built} builds");
}
