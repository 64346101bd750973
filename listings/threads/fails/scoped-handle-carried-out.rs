//! A handle can't be carried out of its scope
//!
//! If this compiled, the scope would be asked to end while one of its handles lives on outside. To the standard
//! library, a thread of a scope hasn't ended until nobody can ask for its result any more. So `scope` would wait for
//! the handle to go, and `main` couldn't let go of it until `scope` was done: the program would hang.
//@ fixed-by: threads/result-carried-out-of-the-scope

use std::thread;

fn main() {
    let paths = ["/tea".to_owned(), "/tea/green".to_owned()];
    let mut longest = None;

    thread::scope(|scope| {
        let search = scope.spawn(|| paths.iter().max_by_key(|path| path.len()));
        longest = Some(search); //~ E0521: borrowed data escapes outside of closure
    });

    println!("longest: {:?}", longest.unwrap().join().unwrap());
}
