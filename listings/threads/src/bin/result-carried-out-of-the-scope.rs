//! The result leaves the scope, and the handle stays

use std::thread;

fn main() {
    let paths = ["/tea".to_owned(), "/tea/green".to_owned()];
    let mut longest = None;

    // ANCHOR: scope
    thread::scope(|scope| {
        let search = scope.spawn(|| paths.iter().max_by_key(|path| path.len()));
        longest = search.join().unwrap();
    });
    // ANCHOR_END: scope

    println!("longest: {longest:?}");
}
