//! A second encoder takes scenes at the end that the first one uses
//!
//! If this compiled, both threads might read the same index of the back before either lowers it, since `pop` loads and stores it in two steps, and both would encode scene 3.
//@ fixed-by: cores/second-hand-at-the-other-end

use crossbeam::deque::Worker;
use std::thread;

fn main() {
    let list = Worker::new_lifo();
    for scene in [1, 2, 3] {
        list.push(scene);
    }
    // ANCHOR: both
    thread::scope(|scope| {
        let ben = scope.spawn(|| list.pop());
        //~^ E0277: Buffer<i32>>` cannot be shared
        //~^ E0277: `*mut ()` cannot be shared
        //~^ E0277: `*mut i32` cannot be shared
        let ada = list.pop();
        println!("Ada {:?}, Ben {:?}", ada, ben.join().unwrap());
    });
    // ANCHOR_END: both
}
