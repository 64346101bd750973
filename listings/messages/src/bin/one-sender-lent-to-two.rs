//! One sender, lent to two threads of a scope

use std::sync::mpsc;
use std::thread;

fn main() {
    let (ballots, office) = mpsc::channel();

    thread::scope(|scope| {
        scope.spawn(|| ballots.send(31).unwrap());
        scope.spawn(|| ballots.send(27).unwrap());
    });
    drop(ballots);

    let total: u32 = office.iter().sum();
    println!("{total} votes");
}
