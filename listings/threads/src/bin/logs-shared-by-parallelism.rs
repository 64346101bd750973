//! An estimate of the machine decides how many threads share the logs

use std::thread;

fn main() {
    let logs: Vec<u32> = (1..=240).collect();
    let threads = thread::available_parallelism().map_or(1, |n| n.get());

    let workers: Vec<_> = logs
        .chunks(logs.len().div_ceil(threads))
        .map(|share| share.to_vec())
        .map(|share| thread::spawn(move || share.len()))
        .collect();

    println!("no more threads than planned: {}", workers.len() <= threads);
    let packed: usize = workers.into_iter().map(|w| w.join().unwrap()).sum();
    println!("{packed} logs packed");
}
