//! A function that is in a hurry does not wait for the thread to which it has lent its variable
// To write in time does not help where nothing orders it before the end of the variable.
//@ returns: 1
//@ undefined `data race, 17 and 31`:
//@ undefined `use of a variable that is gone, 17`:

use std::sync::atomic::{AtomicBool, Ordering};
use std::thread::{self, JoinHandle};

static HURRY: AtomicBool = AtomicBool::new(false);

struct Paper(*mut u32);
unsafe impl Send for Paper {}

impl Paper {
    fn write(self) {
        unsafe { *self.0 = 1 };
    }
}

fn dictate() -> Option<JoinHandle<()>> {
    let mut words = 0;
    let paper = Paper(&raw mut words);
    let writer = thread::spawn(move || paper.write());
    if HURRY.load(Ordering::Relaxed) {
        return Some(writer);
    }
    writer.join().unwrap();
    println!("{words}");
    None
}

fn main() {
    let bell = thread::spawn(|| HURRY.store(true, Ordering::Relaxed));
    if let Some(writer) = dictate() {
        writer.join().unwrap();
    }
    bell.join().unwrap();
}
