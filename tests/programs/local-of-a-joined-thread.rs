//! The result of a thread points to what was on its stack
//@ undefined `use of a variable that is gone, 15`:

use std::thread;

struct Note(*mut u32);
unsafe impl Send for Note {}

fn main() {
    let writer = thread::spawn(|| {
        let mut note = 14;
        Note(&raw mut note)
    });
    let note = writer.join().unwrap();
    println!("{}", unsafe { *note.0 });
}
