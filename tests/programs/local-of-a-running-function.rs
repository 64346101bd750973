//! Another thread reads a variable of a function that is still there: the right way round
//@ returns: 14

use std::thread;

struct Note(*const u32);
unsafe impl Send for Note {}

impl Note {
    fn read(self) -> u32 {
        unsafe { *self.0 }
    }
}

fn main() {
    let text = 14;
    let note = Note(&raw const text);
    let reader = thread::spawn(move || note.read());
    println!("{}", reader.join().unwrap());
}
