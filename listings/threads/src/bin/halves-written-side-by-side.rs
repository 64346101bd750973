//! One banner, two threads, each with a part of its own

use std::thread;

fn main() {
    let mut banner = [' '; 8];
    let (left, right) = banner.split_at_mut(3);

    thread::scope(|scope| {
        scope.spawn(|| left.fill('r'));
        scope.spawn(|| right.fill('b'));
    });

    println!("{}", banner.iter().collect::<String>());
}
