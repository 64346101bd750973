//! After the scope nobody writes any more

use std::thread;

fn main() {
    let mut diary = vec!["rain"];

    thread::scope(|scope| {
        scope.spawn(|| diary.push("sun"));
    });
    println!("{} entries", diary.len());
}
