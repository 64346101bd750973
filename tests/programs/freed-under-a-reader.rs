//! `main` frees what another thread reads, and has not waited: too late a look, or a race
//@ undefined `use after free, 19 and 11`:

use std::thread;

struct Coat(*mut u32);
unsafe impl Send for Coat {}

impl Coat {
    fn size(self) -> u32 {
        unsafe { *self.0 }
    }
}

fn main() {
    let coat = Box::into_raw(Box::new(8));
    let lent = Coat(coat);
    let tailor = thread::spawn(move || lent.size());
    drop(unsafe { Box::from_raw(coat) });
    println!("{}", tailor.join().unwrap());
}
