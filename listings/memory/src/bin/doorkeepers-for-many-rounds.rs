//! The keepers raise and look twenty thousand times
//!
//! A flag is up for a round if it holds the round's number. In each round the two keepers meet first, so that they raise and look at the same moment. What they meet by orders the rounds, and nothing within a round. This program isn't explored: it shows what one machine has done, and on another one it may print `false`.
//@ limit: 60s

use std::hint;
use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

const ROUNDS: u32 = 20_000;
static HERE: AtomicU32 = AtomicU32::new(0);
static EAST: AtomicU32 = AtomicU32::new(0);
static WEST: AtomicU32 = AtomicU32::new(0);

fn opens(round: u32, mine: &AtomicU32, other: &AtomicU32) -> bool {
    HERE.fetch_add(1, Ordering::SeqCst);
    while HERE.load(Ordering::SeqCst) < 2 * round {
        hint::spin_loop();
    }
    mine.store(round, Ordering::Relaxed);
    other.load(Ordering::Relaxed) < round
}

fn all_rounds(mine: &AtomicU32, other: &AtomicU32) -> Vec<bool> {
    (1..=ROUNDS)
        .map(|round| opens(round, mine, other))
        .collect()
}

fn main() {
    let east = thread::spawn(|| all_rounds(&EAST, &WEST));
    let west = all_rounds(&WEST, &EAST);
    let east = east.join().unwrap();
    let both = east.iter().zip(&west).any(|(east, west)| *east && *west);
    println!("both doors were open: {both}");
}
