//! Both tills lock before they take

use std::sync::Mutex;
use std::thread;

struct Shelf {
    bread: u32,
}

fn main() {
    let shelf = Mutex::new(Shelf { bread: 10 });

    thread::scope(|scope| {
        scope.spawn(|| shelf.lock().unwrap().bread -= 1);
        scope.spawn(|| shelf.lock().unwrap().bread -= 1);
    });

    println!("{} loaves", shelf.lock().unwrap().bread);
}
