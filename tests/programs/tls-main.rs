//! A thread-local of main's thread is dropped when the program ends, or not at all
//@ returns: body | dropped
//@ returns, only if destructors of thread-locals do not run at the end: body

use std::cell::RefCell;

struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        println!("dropped");
    }
}

thread_local! {
    static MINE: RefCell<Option<Loud>> = const { RefCell::new(None) };
}

fn main() {
    MINE.with_borrow_mut(|mine| *mine = Some(Loud));
    println!("body");
}
