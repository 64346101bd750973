//! Two requests count one hit each, under a lock

use std::sync::Mutex;
use std::thread;

struct Hits(Mutex<u32>);

static HITS: Hits = Hits(Mutex::new(0));

fn count_one() {
    *HITS.0.lock().unwrap() += 1;
}

fn main() {
    let first = thread::spawn(count_one);
    let second = thread::spawn(count_one);

    first.join().unwrap();
    second.join().unwrap();
    println!("hits: {}", HITS.0.lock().unwrap());
}
