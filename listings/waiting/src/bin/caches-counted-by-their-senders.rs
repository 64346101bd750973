//! A server waits until nobody is left who could send
//@ schedules

use std::sync::mpsc::{self, Sender};
use std::thread;

fn load(file: &str, _loading: Sender<()>) -> u32 {
    file.parse().unwrap() //~ panic: InvalidDigit
}

fn main() {
    let (loading, loaded) = mpsc::channel();
    let also_loading = loading.clone();
    let prices = thread::spawn(|| load("120", loading));
    let users = thread::spawn(|| load("3x5", also_loading));

    loaded.recv().unwrap_err();
    println!("prices: {:?}", prices.join().ok());
    println!("users: {:?}", users.join().ok());
}
