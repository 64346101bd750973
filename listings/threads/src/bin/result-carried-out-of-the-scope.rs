//! The result leaves the scope, the handle stays

use std::thread;

fn main() {
    let names = ["Ida".to_owned(), "Josephine".to_owned()];
    let mut longest = None;

    thread::scope(|scope| {
        let search = scope.spawn(|| names.iter().max_by_key(|name| name.len()));
        longest = search.join().unwrap();
    });

    println!("longest: {longest:?}");
}
