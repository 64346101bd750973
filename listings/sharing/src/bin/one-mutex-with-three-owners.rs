//! Two closures and `main` own one `Mutex` through an `Arc`

use std::sync::{Arc, Mutex};
use std::thread;

fn main() {
    let boats = Arc::new(Mutex::new(vec!["Gull"]));
    let (for_north, for_south) = (Arc::clone(&boats), Arc::clone(&boats));

    let north = thread::spawn(move || for_north.lock().unwrap().push("Tern"));
    let south = thread::spawn(move || for_south.lock().unwrap().push("Skua"));

    north.join().unwrap();
    south.join().unwrap();
    println!("{} boats", boats.lock().unwrap().len());
}
