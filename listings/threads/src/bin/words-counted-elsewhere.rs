//! A second thread counts words while `main` waits for the answer

use std::thread;

fn main() {
    let sentence = "every claim on this page has been run";
    let counter = thread::spawn(move || sentence.split(' ').count());

    println!("{sentence}");
    println!("{} words", counter.join().unwrap());
}
