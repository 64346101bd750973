//! The string itself is moved, and no reference is left to dangle

use std::thread;

fn main() {
    // ANCHOR: logged
    let request = String::from("GET /prices");
    let logged = request;
    // ANCHOR_END: logged

    let logger = thread::spawn(move || println!("{logged}"));

    logger.join().unwrap();
}
