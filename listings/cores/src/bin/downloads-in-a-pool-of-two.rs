//! Four downloads are counted while they are under way

use rayon::ThreadPoolBuilder;
use rayon::prelude::*;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;
use std::time::Duration;

static NOW: AtomicU32 = AtomicU32::new(0);
static MOST: AtomicU32 = AtomicU32::new(0);

// ANCHOR: downloads
fn download(_layer: &str) {
    MOST.fetch_max(NOW.fetch_add(1, Ordering::Relaxed) + 1, Ordering::Relaxed);
    thread::sleep(Duration::from_millis(10));
    NOW.fetch_sub(1, Ordering::Relaxed);
}

fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(2).build().unwrap();
    let layers = ["coast", "roads", "names", "parks"];
    pool.install(|| layers.par_iter().for_each(|layer| download(layer)));
    let many = MOST.load(Ordering::Relaxed) > 2;
    println!("more than two at a time: {many}");
}
// ANCHOR_END: downloads
