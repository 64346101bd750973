//! `move` moves the reference; the request stays where it was
//!
//! If this compiled, nothing would keep `main`'s variable `request` alive until the thread had read it. Here a `join`
//! follows, but `spawn` can't know that: with the handle dropped, or an early return before the `join`, the thread
//! could read a string that's been freed.
//@ fixed-by: threads/request-moved-itself

use std::thread;

fn main() {
    let request = String::from("GET /prices");
    let logged = &request; //~ E0597: `request` does not live long enough

    let logger = thread::spawn(move || println!("{logged}"));

    logger.join().unwrap();
}
