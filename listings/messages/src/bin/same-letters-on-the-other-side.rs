//! Where the letters of a novel are, before it is sent and after

use std::sync::mpsc;
use std::thread;

fn main() {
    let (author, publisher) = mpsc::channel();

    let writing = thread::spawn(move || {
        let novel = "It was a dark night. ".repeat(10_000);
        let place = novel.as_ptr().addr();
        author.send(novel).unwrap();
        place
    });

    let mut novel = publisher.recv().unwrap();
    let place = writing.join().unwrap();
    println!("at the same place: {}", novel.as_ptr().addr() == place);

    novel.truncate(20);
    println!("as published: {novel}");
}
