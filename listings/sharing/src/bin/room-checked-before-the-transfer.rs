//! The card is asked for room before the coin is taken out
//@ schedules

use std::sync::{Mutex, PoisonError};
use std::thread;

struct Money {
    bank: u32,
    card: u32,
}

// ANCHOR: load
fn load_the_card(money: &Mutex<Money>) {
    let mut money = money.lock().unwrap();
    assert!(money.card < 3, "the card is full"); //~ panic: the card is full
    money.bank -= 1;
    money.card += 1;
}
// ANCHOR_END: load

fn main() {
    let money = Mutex::new(Money { bank: 7, card: 3 });
    let _ = thread::scope(|scope| scope.spawn(|| load_the_card(&money)).join());

    println!("poisoned: {}", money.is_poisoned());
    let found = money.lock().unwrap_or_else(PoisonError::into_inner);
    println!("{} and {}", found.bank, found.card);
}
