//! A pool with one thread is given two closures to join

use rayon::ThreadPoolBuilder;

fn look_into(folder: &str) -> usize {
    println!("looks into {folder}");
    folder.len()
}

fn main() {
    let pool = ThreadPoolBuilder::new().num_threads(1).build().unwrap();
    pool.install(|| {
        let (music, photos) = rayon::join(|| look_into("music"), || look_into("photos"));
        println!("letters: {music} and {photos}");
    });
}
