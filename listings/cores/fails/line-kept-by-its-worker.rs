//! A worker pushes a line into the log, and keeps a second owner of it
//!
//! If this compiled, nothing would go wrong here, as the page pops the line when the worker is done. A page that pops it
//! earlier would drop its owner while the worker drops the other, and both subtract one from the same plain count. If both
//! read 2, both write 1, and the line is never freed. If both have subtracted before either looks for zero, it's freed
//! twice.
//@ fixed-by: cores/line-in-an-arc-kept-by-its-worker

use crossbeam::queue::ArrayQueue;
use std::rc::Rc;
use std::thread;

fn main() {
    // ANCHOR: line
    let log = ArrayQueue::new(3);
    thread::scope(|scope| {
        scope.spawn(|| {
            //~^ E0277: cannot be sent between threads safely
            let line: Rc<str> = "GET /cart".into();
            log.force_push(Rc::clone(&line));
            println!("worker: {line}");
        });
    });
    println!("page: {}", log.pop().unwrap());
    // ANCHOR_END: line
}
