//! Two mirrors are asked for one file, and the first answer counts
//@ schedules

use std::sync::mpsc;
use std::thread;

fn fetch_from(_mirror: &str) -> String {
    "tea: 250 cents".to_owned()
}

fn main() {
    let (answer, answers) = mpsc::channel();

    thread::scope(|scope| {
        for mirror in ["north", "south"] {
            let answer = answer.clone();
            scope.spawn(move || answer.send(fetch_from(mirror)).unwrap());
        }
        println!("{}", answers.recv().unwrap());
    });
}
