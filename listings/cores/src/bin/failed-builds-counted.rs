//! A build that fails is queued again, and what is left is counted

use crossbeam::channel;

fn main() {
    let (push, commits) = channel::unbounded();
    push.send(("a1", 1)).unwrap();

    // ANCHOR: loop
    let mut left = 1;
    while left > 0 {
        let (commit, attempt) = commits.recv().unwrap();
        println!("{commit}, attempt {attempt}");
        if attempt < 2 {
            push.send((commit, attempt + 1)).unwrap();
        } else {
            left -= 1;
        }
    }
    // ANCHOR_END: loop
    println!("all built");
}
