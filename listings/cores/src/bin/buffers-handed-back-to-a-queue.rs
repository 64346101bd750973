//! Two workers borrow their buffers from a queue of two

use crossbeam::queue::ArrayQueue;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

fn main() {
    let free = ArrayQueue::new(2);
    let made = AtomicUsize::new(0);
    let answer_all = || {
        for request in 0..1_000 {
            // ANCHOR: buffers
            let mut buffer = free.pop().unwrap_or_else(|| {
                made.fetch_add(1, Ordering::Relaxed);
                String::with_capacity(4_096)
            });
            buffer.push_str(&format!("page {request}"));
            buffer.clear();
            let _ = free.push(buffer);
            // ANCHOR_END: buffers
        }
    };
    thread::scope(|scope| {
        scope.spawn(answer_all);
        scope.spawn(answer_all);
    });
    println!("two buffers were enough: {}", made.into_inner() <= 2);
}
