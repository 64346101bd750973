//! A shelf has one owner, who answers letters

use std::collections::HashSet;
use std::sync::mpsc::{self, Sender};
use std::thread;

enum Letter {
    Donate(&'static str),
    Borrow(&'static str, Sender<bool>),
}

fn main() {
    let (post, library) = mpsc::channel();

    let librarian = thread::spawn(move || {
        let mut shelf = HashSet::new();
        for letter in library {
            match letter {
                Letter::Donate(title) => {
                    shelf.insert(title);
                }
                Letter::Borrow(title, reply) => reply.send(shelf.remove(title)).unwrap(),
            }
        }
    });

    post.send(Letter::Donate("Emma")).unwrap();
    for reader in ["Ann", "Bob"] {
        let (reply, answer) = mpsc::channel();
        post.send(Letter::Borrow("Emma", reply)).unwrap();
        println!("{reader} gets the book: {}", answer.recv().unwrap());
    }

    drop(post);
    librarian.join().unwrap();
}
