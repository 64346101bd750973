//! Two sellers and one umbrella: first a question, then an order
//@ outcome: 1 sold, 0 left
//@ outcome: 2 sold, -1 left
//@ schedules

use std::sync::mpsc::{self, Sender};
use std::thread;

enum Letter {
    HowMany(Sender<i32>),
    Take,
}

fn sell(store: Sender<Letter>) -> u32 {
    let (reply, answer) = mpsc::channel();
    store.send(Letter::HowMany(reply)).unwrap();
    if answer.recv().unwrap() == 0 {
        return 0;
    }
    store.send(Letter::Take).unwrap();
    1
}

fn main() {
    let (store, letters) = mpsc::channel();
    let second_store = store.clone();
    let sellers = [
        thread::spawn(|| sell(store)),
        thread::spawn(|| sell(second_store)),
    ];

    let mut umbrellas = 1;
    for letter in letters {
        match letter {
            Letter::HowMany(reply) => reply.send(umbrellas).unwrap(),
            Letter::Take => umbrellas -= 1,
        }
    }
    let sold: u32 = sellers.map(|seller| seller.join().unwrap()).iter().sum();
    println!("{sold} sold, {umbrellas} left");
}
