//! One wall, two painters, each with a part of its own

use std::thread;

fn main() {
    let mut wall = [' '; 8];
    let (left, right) = wall.split_at_mut(3);

    thread::scope(|scope| {
        scope.spawn(|| left.fill('r'));
        scope.spawn(|| right.fill('b'));
    });

    println!("{}", wall.iter().collect::<String>());
}
