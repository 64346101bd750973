//! Two clerks and one seat: question and order in one request

use std::sync::mpsc::{self, Sender};
use std::thread;

struct TakeOne(Sender<bool>);

fn sell(theatre: Sender<TakeOne>) -> bool {
    let (reply, answer) = mpsc::channel();
    theatre.send(TakeOne(reply)).unwrap();
    answer.recv().unwrap()
}

fn main() {
    let (theatre, requests) = mpsc::channel();
    let second_desk = theatre.clone();
    let clerks = [
        thread::spawn(|| sell(theatre)),
        thread::spawn(|| sell(second_desk)),
    ];

    let mut seats = 1;
    for TakeOne(reply) in requests {
        let there = seats > 0;
        if there {
            seats -= 1;
        }
        reply.send(there).unwrap();
    }
    let sold = clerks.map(|clerk| clerk.join().unwrap());
    println!(
        "{} sold, {seats} left",
        sold.iter().filter(|&&sold| sold).count()
    );
}
