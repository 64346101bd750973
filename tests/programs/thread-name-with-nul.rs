//! A thread's name must not contain a NUL
//@ panics `thread name may not contain interior null bytes`:

use std::thread;

fn main() {
    let _ = thread::Builder::new().name("a\0b".to_string()).spawn(|| ());
}
