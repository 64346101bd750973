//! An iterator of a hidden type goes to the board

use std::thread;

fn departures() -> impl Iterator<Item = u32> {
    let first = 7;
    (0..3).map(move |n| first + 2 * n)
}

fn main() {
    let departures = departures();

    let board = thread::spawn(move || departures.collect::<Vec<_>>());
    println!("{:?}", board.join().unwrap());
}
