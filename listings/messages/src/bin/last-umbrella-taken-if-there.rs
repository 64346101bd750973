//! Two sellers and one umbrella: question and order in one letter

use std::sync::mpsc::{self, Sender};
use std::thread;

struct TakeOne(Sender<bool>);

fn sell(store: Sender<TakeOne>) -> bool {
    let (reply, answer) = mpsc::channel();
    store.send(TakeOne(reply)).unwrap();
    answer.recv().unwrap()
}

fn main() {
    let (store, letters) = mpsc::channel();
    let second_store = store.clone();
    let sellers = [
        thread::spawn(|| sell(store)),
        thread::spawn(|| sell(second_store)),
    ];

    let mut umbrellas = 1;
    for TakeOne(reply) in letters {
        let there = umbrellas > 0;
        if there {
            umbrellas -= 1;
        }
        reply.send(there).unwrap();
    }
    let sold = sellers.map(|seller| seller.join().unwrap());
    println!(
        "{} sold, {umbrellas} left",
        sold.iter().filter(|&&sold| sold).count()
    );
}
