//! The miller asks for the weight, with the scales in hand
//@ hangs
//@ schedules

use std::sync::{Mutex, mpsc};
use std::thread;

fn main() {
    let scales = Mutex::new(80);
    let (answer, answers) = mpsc::channel();

    thread::scope(|scope| {
        let mut weight = scales.lock().unwrap();
        scope.spawn(|| {
            let weight = scales.lock().unwrap();
            answer.send(*weight).unwrap();
        });
        *weight += 5;
        println!("a sack is put on the scales");
        println!("{} kg", answers.recv().unwrap());
    });
}
