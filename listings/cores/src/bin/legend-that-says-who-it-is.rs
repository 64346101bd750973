//! A map holds its cache, and a legend says on which thread it is drawn

use rayon::ThreadPoolBuilder;
use std::sync::{Barrier, Mutex};
use std::thread::{self, ThreadId};

static CACHE: Mutex<Option<ThreadId>> = Mutex::new(None);
static ROADS: Barrier = Barrier::new(2);
static LEGEND: Barrier = Barrier::new(2);

// ANCHOR: legend
fn legend(holder: ThreadId) {
    LEGEND.wait();
    println!("legend: the cache is locked: {}", CACHE.try_lock().is_err());
    let is_me = holder == thread::current().id();
    println!("legend: by this thread: {is_me}");
}
// ANCHOR_END: legend

fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    pool.scope(|scope| {
        let mut cache = CACHE.lock().unwrap();
        let holder = *cache.insert(thread::current().id());

        let coast = || ROADS.wait();
        let roads = || {
            ROADS.wait();
            scope.spawn(move |_| legend(holder));
            LEGEND.wait();
        };
        rayon::join(coast, roads);
        println!("map: done");
    });
}
