//! The type whose authors have vouched for it

use std::sync::Arc;
use std::thread;

fn main() {
    // ANCHOR: station
    let station: Arc<str> = Arc::from("Foel Fawr");
    let observer = thread::spawn(move || println!("at {station}"));
    // ANCHOR_END: station

    observer.join().unwrap();
}
