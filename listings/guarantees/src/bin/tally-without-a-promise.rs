//! Two people count one visitor each, under a lock

use std::sync::Mutex;
use std::thread;

struct Tally(Mutex<u32>);

static TALLY: Tally = Tally(Mutex::new(0));

fn count_one() {
    *TALLY.0.lock().unwrap() += 1;
}

fn main() {
    let ann = thread::spawn(count_one);
    let ben = thread::spawn(count_one);

    ann.join().unwrap();
    ben.join().unwrap();
    println!("{} visitors", TALLY.0.lock().unwrap());
}
