//! A job for which nobody waits, and a pool with a handler

use rayon::ThreadPoolBuilder;
use std::sync::mpsc;

fn main() {
    let (tell, news) = mpsc::channel();
    // ANCHOR: handler
    let pool = ThreadPoolBuilder::new()
        .num_threads(1)
        .panic_handler(move |_| tell.send("a tile is missing").unwrap())
        .build()
        .unwrap();

    pool.spawn(|| {
        let scale: u32 = "".parse().expect("no scale"); //~ panic: no scale
        println!("drawn at {scale}");
    });
    println!("{}", news.recv().unwrap());
    // ANCHOR_END: handler
    println!("{}", pool.install(|| "the next tile is drawn"));
}
