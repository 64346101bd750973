//! An `Rc` sent to another thread behind the compiler's back: its counts are not atomic
//@ undefined `data race, 12 and 20`:

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
