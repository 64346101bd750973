//! Two workers write a hundred lines each, and the newest three are kept

use crossbeam::queue::ArrayQueue;
use std::thread;

fn main() {
    // ANCHOR: workers
    let log = ArrayQueue::new(3);
    let forgotten: usize = thread::scope(|scope| {
        let write_all = || {
            let lines = (0..100).map(|n| format!("request {n}"));
            lines.filter_map(|line| log.force_push(line)).count()
        };
        let workers = [scope.spawn(write_all), scope.spawn(write_all)];
        workers.map(|worker| worker.join().unwrap()).iter().sum()
    });
    println!("kept: {}, forgotten: {forgotten}", log.len());
    // ANCHOR_END: workers
}
