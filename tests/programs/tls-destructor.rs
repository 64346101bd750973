//! `join` waits for the destructors of thread-locals
//@ returns: body | dropped a | joined

use std::cell::RefCell;
use std::thread;

struct Loud(&'static str);
impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped {}", self.0);
    }
}

thread_local! {
    static MINE: RefCell<Option<Loud>> = const { RefCell::new(None) };
}

fn main() {
    let thread = thread::spawn(|| {
        MINE.with_borrow_mut(|mine| *mine = Some(Loud("a")));
        println!("body");
    });
    thread.join().unwrap();
    println!("joined");
}
