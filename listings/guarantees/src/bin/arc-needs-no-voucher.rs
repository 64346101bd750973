//! The type whose authors have vouched for it

use std::sync::Arc;
use std::thread;

fn main() {
    let station: Arc<str> = Arc::from("Foel Fawr");
    let observer = thread::spawn(move || println!("at {station}"));

    observer.join().unwrap();
}
