//! Two threads cannot both write to one tally
//!
//! If this compiled, both threads would read the tally, add to what they read and write it back, with nothing to keep
//! them apart: a data race. Votes added by one between the other's read and write could be lost, and different runs
//! could lose different votes.
//@ fixed-by: threads/two-threads-bring-back-their-counts

use std::thread;

fn count_yes(ballots: &[&str]) -> usize {
    ballots.iter().filter(|vote| **vote == "yes").count()
}

fn main() {
    let (north, south) = (["yes", "no", "yes"], ["no", "yes"]);
    let mut yes = 0;

    thread::scope(|scope| {
        scope.spawn(|| yes += count_yes(&north));
        scope.spawn(|| yes += count_yes(&south)); //~ E0499: cannot borrow `yes` as mutable more than once at a time
    });

    println!("yes: {yes}");
}
