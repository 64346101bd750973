//! Two sellers and one umbrella: first a question, then an order, and one seller after the other

use std::sync::mpsc::{self, Sender};
use std::thread;

enum Letter {
    HowMany(Sender<i32>),
    Take,
}

fn sell(store: &Sender<Letter>) -> u32 {
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
    let sellers = thread::spawn(move || sell(&store) + sell(&store));

    let mut umbrellas = 1;
    for letter in letters {
        match letter {
            Letter::HowMany(reply) => reply.send(umbrellas).unwrap(),
            Letter::Take => umbrellas -= 1,
        }
    }
    println!("{} sold, {umbrellas} left", sellers.join().unwrap());
}
