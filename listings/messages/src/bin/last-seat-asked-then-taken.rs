//! Two clerks and one seat: first a question, then an order
//@ outcome: 1 sold, 0 left
//@ outcome: 2 sold, -1 left
//@ schedules

use std::sync::mpsc::{self, Sender};
use std::thread;

enum Request {
    HowMany(Sender<i32>),
    Take,
}

fn sell(theatre: Sender<Request>) -> u32 {
    let (reply, answer) = mpsc::channel();
    theatre.send(Request::HowMany(reply)).unwrap();
    if answer.recv().unwrap() == 0 {
        return 0;
    }
    theatre.send(Request::Take).unwrap();
    1
}

fn main() {
    let (theatre, requests) = mpsc::channel();
    let second_desk = theatre.clone();
    let clerks = [
        thread::spawn(|| sell(theatre)),
        thread::spawn(|| sell(second_desk)),
    ];

    let mut seats = 1;
    for request in requests {
        match request {
            Request::HowMany(reply) => reply.send(seats).unwrap(),
            Request::Take => seats -= 1,
        }
    }
    let sold: u32 = clerks.map(|clerk| clerk.join().unwrap()).iter().sum();
    println!("{sold} sold, {seats} left");
}
