//! Two encoders with the deques of Crossbeam cut 160 minutes of film into scenes

use crossbeam::deque::{Injector, Steal, Stealer, Worker};
use std::thread;

// ANCHOR: next
fn next(mine: &Worker<u32>, other: &Stealer<u32>, films: &Injector<u32>) -> Option<u32> {
    loop {
        if let Some(scene) = mine.pop() {
            return Some(scene);
        }
        match films.steal().or_else(|| other.steal()) {
            Steal::Success(scene) => return Some(scene),
            Steal::Empty => return None,
            Steal::Retry => {}
        }
    }
}
// ANCHOR_END: next

fn work(mine: Worker<u32>, other: Stealer<u32>, films: &Injector<u32>) -> u32 {
    let mut encoded = 0;
    while let Some(minutes) = next(&mine, &other, films) {
        if minutes == 1 {
            encoded += 1;
        } else {
            mine.push(minutes / 2);
            mine.push(minutes - minutes / 2);
        }
    }
    encoded
}

fn main() {
    let films = Injector::new();
    for minutes in [60, 90, 10] {
        films.push(minutes);
    }
    let (ada, ben) = (Worker::new_lifo(), Worker::new_lifo());
    let (from_ada, from_ben) = (ada.stealer(), ben.stealer());
    let encoded = thread::scope(|scope| {
        let ada = scope.spawn(|| work(ada, from_ben, &films));
        work(ben, from_ada, &films) + ada.join().unwrap()
    });
    println!("{encoded} minutes encoded");
}
