//! One poster, with an owner on each of two threads

use std::sync::{Arc, Barrier};
use std::thread;

static MAIN_HAS_LET_GO: Barrier = Barrier::new(2);

struct Poster;

impl Drop for Poster {
    fn drop(&mut self) {
        println!("taken down by {:?}", thread::current().name());
    }
}

fn main() {
    let poster = Arc::new(Poster);

    let shared = Arc::clone(&poster);
    let in_the_hall = move || {
        MAIN_HAS_LET_GO.wait();
        drop(shared);
    };
    let hall = thread::Builder::new().name("hall".to_owned());
    let hall = hall.spawn(in_the_hall).unwrap();

    drop(poster);
    println!("main has let go");
    MAIN_HAS_LET_GO.wait();
    hall.join().unwrap();
}
