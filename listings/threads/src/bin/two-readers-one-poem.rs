//! Two threads and one poem

use std::thread;

fn main() {
    let poem = String::from("the fog comes\non little cat feet");

    let (words, lines) = thread::scope(|scope| {
        let words = scope.spawn(|| poem.split_whitespace().count());
        let lines = scope.spawn(|| poem.lines().count());
        (words.join().unwrap(), lines.join().unwrap())
    });

    println!("{words} words in {lines} lines");
    println!("{} bytes, still here", poem.len());
}
