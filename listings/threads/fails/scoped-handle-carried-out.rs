//! A handle cannot be carried out of its scope
//!
//! If this compiled, `main` could drop `names` and then ask the handle for its result, which is a reference into them:
//! `main` would print the letters of a name that has been freed.
//@ fixed-by: threads/result-carried-out-of-the-scope

use std::thread;

fn main() {
    let names = ["Ida".to_owned(), "Josephine".to_owned()];
    let mut longest = None;

    thread::scope(|scope| {
        let search = scope.spawn(|| names.iter().max_by_key(|name| name.len()));
        longest = Some(search); //~ E0521: borrowed data escapes outside of closure
    });

    println!("longest: {:?}", longest.unwrap().join().unwrap());
}
