//! A tile and its names are made by two jobs of a pool

use rayon::ThreadPoolBuilder;

fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(1).build().unwrap();

    println!("one tile to draw");
    // ANCHOR: jobs
    let (tile, names) = pool.join(|| "roads", || "Oslo");
    println!("{tile}, {names}");
    // ANCHOR_END: jobs
    println!("drawn");
}
