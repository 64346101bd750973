//! What reads a number with a point out of a text comes compiled, and nobody has looked at what it does
//@ refused at 7: `<f64 as core::str::traits::FromStr>::from_str` comes compiled

use std::thread;

fn main() {
    let half = thread::spawn(|| unsafe { str::from_utf8_unchecked(b"0.5") }.parse::<f64>().unwrap());
    println!("{}", half.join().unwrap());
}
