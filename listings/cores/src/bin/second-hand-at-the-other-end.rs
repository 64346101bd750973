//! A second encoder takes scenes at the end that is made for it

use crossbeam::deque::Worker;
use std::thread;

fn main() {
    let list = Worker::new_lifo();
    for scene in [1, 2, 3] {
        list.push(scene);
    }
    let other_end = list.stealer();
    thread::scope(|scope| {
        // ANCHOR: ben
        let ben = scope.spawn(|| other_end.steal().success());
        // ANCHOR_END: ben
        let ada = list.pop();
        println!("Ada {:?}, Ben {:?}", ada, ben.join().unwrap());
    });
}
