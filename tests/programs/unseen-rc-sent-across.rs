//! An `Rc` sent to another thread behind the compiler's back: its counts are not atomic
// This is undefined behaviour that the explorer does not see: the counts of an `Rc` are accessed by code that the model of std has compiled for itself as well, without instrumentation.
//@ returns: 2

use std::rc::Rc;
use std::thread;

struct Smuggled(Rc<u32>);
unsafe impl Send for Smuggled {}

impl Smuggled {
    fn give_up(self) {
        drop(self.0);
    }
}

fn main() {
    let mine = Rc::new(5);
    let theirs = Smuggled(Rc::clone(&mine));
    let thread = thread::spawn(move || theirs.give_up());
    let more = Rc::clone(&mine);
    thread.join().unwrap();
    println!("{}", Rc::strong_count(&more));
}
