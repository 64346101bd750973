//! One `Mutex`, lent to two threads

use std::sync::Mutex;
use std::thread;

fn main() {
    let boats = Mutex::new(vec!["Gull"]);

    thread::scope(|scope| {
        scope.spawn(|| boats.lock().unwrap().push("Tern"));
        scope.spawn(|| boats.lock().unwrap().push("Skua"));
    });

    println!("{} boats", boats.into_inner().unwrap().len());
}
