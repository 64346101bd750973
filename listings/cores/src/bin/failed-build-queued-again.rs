//! A build that fails is queued again
//@ hangs

use crossbeam::channel;

fn main() {
    let (push, commits) = channel::unbounded();
    push.send(("a1", 1)).unwrap();

    // ANCHOR: loop
    for (commit, attempt) in &commits {
        println!("{commit}, attempt {attempt}");
        if attempt < 2 {
            push.send((commit, attempt + 1)).unwrap();
        }
    }
    // ANCHOR_END: loop
    println!("all built");
}
