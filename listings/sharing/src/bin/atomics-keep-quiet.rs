//! The account and the card again, as two atomic numbers

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

static BANK: AtomicU32 = AtomicU32::new(7);
static CARD: AtomicU32 = AtomicU32::new(3);

fn load_the_card() {
    BANK.fetch_sub(1, Ordering::Relaxed);
    assert!(CARD.load(Ordering::Relaxed) < 3, "the card is full"); //~ panic: the card is full
    CARD.fetch_add(1, Ordering::Relaxed);
}

fn main() {
    let loaded = thread::spawn(load_the_card).join();
    println!("loaded: {}", loaded.is_ok());

    let (bank, card) = (BANK.load(Ordering::Relaxed), CARD.load(Ordering::Relaxed));
    println!("{bank} and {card}");
}
