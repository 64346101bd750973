//! A number, a clone and an owner remain with the sender

use std::sync::{Arc, mpsc};
use std::thread;

fn main() {
    let (bureau, road) = mpsc::channel();
    let (walkers, trail, map) = (2, String::from("north ridge"), Arc::new([4, 9, 6]));

    bureau
        .send((walkers, trail.clone(), Arc::clone(&map)))
        .unwrap();
    let guide = thread::spawn(move || {
        let (walkers, trail, map) = road.recv().unwrap();
        format!("{walkers} on the {trail}, {} km", map.iter().sum::<u32>())
    });

    println!("noted: {walkers} on the {trail}, {} parts", map.len());
    println!("guided: {}", guide.join().unwrap());
}
