//! A request with a sender for the answer is thrown away

use std::sync::mpsc::{self, Sender};
use std::thread;

fn main() {
    let (desk, requests) = mpsc::channel::<(&str, Sender<u32>)>();

    let price_list = thread::spawn(move || {
        for (article, reply) in requests {
            if article == "lamp" {
                reply.send(40).unwrap();
            }
        }
    });

    for article in ["lamp", "unicorn"] {
        let (reply, answer) = mpsc::channel();
        desk.send((article, reply)).unwrap();
        println!("{article}: {:?}", answer.recv());
    }

    drop(desk);
    price_list.join().unwrap();
}
