//! Two clerks and one seat: first a question, then an order, and one clerk after the other

use std::sync::mpsc::{self, Sender};
use std::thread;

enum Request {
    HowMany(Sender<i32>),
    Take,
}

fn sell(theatre: &Sender<Request>) -> u32 {
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
    let clerks = thread::spawn(move || sell(&theatre) + sell(&theatre));

    let mut seats = 1;
    for request in requests {
        match request {
            Request::HowMany(reply) => reply.send(seats).unwrap(),
            Request::Take => seats -= 1,
        }
    }
    println!("{} sold, {seats} left", clerks.join().unwrap());
}
