//! A lock around one of two owners, counted atomically
//@ unordered

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let tune: Arc<str> = "Greensleeves".into();
    let playing = Mutex::new(tune.clone());

    thread::scope(|scope| {
        scope.spawn(|| println!("playing: {}", playing.lock().unwrap().clone()));
        println!("known: {}", tune.clone().len());
    });
}
