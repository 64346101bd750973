//! A thread starts a thread and ends

use std::sync::Barrier;
use std::thread;

static PARENT_GONE: Barrier = Barrier::new(2);
static CHILD_DONE: Barrier = Barrier::new(2);

fn main() {
    let parent = thread::spawn(|| {
        thread::spawn(|| {
            PARENT_GONE.wait();
            println!("child: still here");
            CHILD_DONE.wait();
        });
        println!("parent: done");
    });

    parent.join().unwrap();
    println!("main: the parent has ended");
    PARENT_GONE.wait();
    CHILD_DONE.wait();
}
