//! A worker pushes a line into the log, and keeps a second owner of it

use crossbeam::queue::ArrayQueue;
use std::sync::Arc;
use std::thread;

fn main() {
    let log = ArrayQueue::new(3);
    thread::scope(|scope| {
        scope.spawn(|| {
            // ANCHOR: line
            let line: Arc<str> = "GET /cart".into();
            log.force_push(Arc::clone(&line));
            // ANCHOR_END: line
            println!("worker: {line}");
        });
    });
    println!("page: {}", log.pop().unwrap());
}
