//! Two owners ask for the value itself at the same time

use std::sync::{Arc, Barrier};
use std::thread;

static TOGETHER: Barrier = Barrier::new(2);

fn take_over(config: Arc<String>) -> Option<String> {
    TOGETHER.wait();
    Arc::into_inner(config)
}

fn main() {
    let config = Arc::new(String::from("port 8080"));
    let shared = Arc::clone(&config);

    let web = thread::spawn(move || take_over(shared));
    let taken = [take_over(config), web.join().unwrap()];

    println!("taken by {}", taken.iter().flatten().count());
}
