//! The `Mutex` inside lends the list for writing

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let songs = Arc::new(Mutex::new(vec!["Dawn"]));
    let shared = Arc::clone(&songs);

    let singer = thread::spawn(move || shared.lock().unwrap().push("Dusk"));
    songs.lock().unwrap().push("Noon");
    singer.join().unwrap();

    println!("{} songs", songs.lock().unwrap().len());
}
