//! `main` panics while another thread may print
//@ panics `stop`:
//@ panics `stop`: a \

use std::thread;

fn main() {
    let _a = thread::spawn(|| print!("a"));
    panic!("stop");
}
