//! A stock has one owner, who answers requests

use std::collections::HashSet;
use std::sync::mpsc::{self, Sender};
use std::thread;

enum Request {
    Deliver(&'static str),
    Take(&'static str, Sender<bool>),
}

fn main() {
    let (desk, requests) = mpsc::channel();

    let warehouse = thread::spawn(move || {
        let mut stock = HashSet::new();
        for request in requests {
            match request {
                Request::Deliver(article) => {
                    stock.insert(article);
                }
                Request::Take(article, reply) => reply.send(stock.remove(article)).unwrap(),
            }
        }
    });

    desk.send(Request::Deliver("lamp")).unwrap();
    for order in ["order 7", "order 8"] {
        let (reply, answer) = mpsc::channel();
        desk.send(Request::Take("lamp", reply)).unwrap();
        println!("{order} gets the lamp: {}", answer.recv().unwrap());
    }

    drop(desk);
    warehouse.join().unwrap();
}
