//! A thread panics in the middle of a transfer
//@ schedules

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

    let loaded = thread::scope(|scope| scope.spawn(|| load_the_card(&money)).join());
    println!("loaded: {}", loaded.is_ok());

    for _ in 0..2 {
        match money.lock() {
            Ok(money) => println!("{} and {}", money.bank, money.card),
            Err(error) => println!("{error}"),
        }
    }
}
