//! Two owners ask for the value itself at the same time

use std::sync::{Arc, Barrier};
use std::thread;

static TOGETHER: Barrier = Barrier::new(2);

fn take_home(poster: Arc<String>) -> Option<String> {
    TOGETHER.wait();
    Arc::into_inner(poster)
}

fn main() {
    let poster = Arc::new(String::from("Choir tonight"));
    let shared = Arc::clone(&poster);

    let singer = thread::spawn(move || take_home(shared));
    let taken = [take_home(poster), singer.join().unwrap()];

    println!("taken home by {}", taken.iter().flatten().count());
}
