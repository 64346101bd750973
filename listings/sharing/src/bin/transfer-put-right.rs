//! The next one looks at the money, and puts it right

use std::sync::Mutex;
use std::thread;

struct Money {
    bank: u32,
    card: u32,
}

fn load_the_card(money: &Mutex<Money>) {
    let mut money = money.lock().unwrap();
    money.bank -= 1;
    assert!(money.card < 3, "the card is full"); //~ panic: the card is full
    money.card += 1;
}

fn main() {
    let money = Mutex::new(Money { bank: 7, card: 3 });
    let _ = thread::scope(|scope| scope.spawn(|| load_the_card(&money)).join());

    // ANCHOR: repair
    let mut found = money.lock().unwrap_or_else(|error| error.into_inner());
    println!("found: {} coins of 10", found.bank + found.card);
    found.bank = 10 - found.card;
    money.clear_poison();
    drop(found);

    let later = money.lock().unwrap();
    println!("later: {} and {}", later.bank, later.card);
    // ANCHOR_END: repair
}
