//! Each thread brings back its own count, and one thread adds them

use std::thread;

fn count_yes(ballots: &[&str]) -> usize {
    ballots.iter().filter(|vote| **vote == "yes").count()
}

fn main() {
    let (north, south) = (["yes", "no", "yes"], ["no", "yes"]);
    let mut yes = 0;

    thread::scope(|scope| {
        let north = scope.spawn(|| count_yes(&north));
        let south = scope.spawn(|| count_yes(&south));
        yes += north.join().unwrap() + south.join().unwrap();
    });

    println!("yes: {yes}");
}
