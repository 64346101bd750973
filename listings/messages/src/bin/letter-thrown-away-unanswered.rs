//! A letter with an envelope for the answer is thrown away

use std::sync::mpsc::{self, Sender};
use std::thread;

fn main() {
    let (post, office) = mpsc::channel::<(&str, Sender<&str>)>();

    let clerk = thread::spawn(move || {
        for (question, reply) in office {
            if question == "When do you open?" {
                reply.send("At nine.").unwrap();
            }
        }
    });

    for question in ["When do you open?", "Why?"] {
        let (reply, answer) = mpsc::channel();
        post.send((question, reply)).unwrap();
        println!("{question} {:?}", answer.recv());
    }

    drop(post);
    clerk.join().unwrap();
}
