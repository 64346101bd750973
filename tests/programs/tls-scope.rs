//! A scope does not wait for the destructors of thread-locals, as its documentation says
//@ returns: body dropped after \
//@ returns: body after dropped \
//@ returns: body after \

use std::cell::RefCell;
use std::thread;

struct Loud;
impl Drop for Loud {
    fn drop(&mut self) {
        print!("dropped ");
    }
}

thread_local! {
    static MINE: RefCell<Option<Loud>> = const { RefCell::new(None) };
}

fn main() {
    thread::scope(|s| {
        s.spawn(|| {
            MINE.with_borrow_mut(|mine| *mine = Some(Loud));
            print!("body ");
        });
    });
    print!("after ");
}
