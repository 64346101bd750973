//! A borrowed `Rc`, on a thread that only reads
//!
//! If this compiled, this thread would only read, and no harm be done. But it would hold a `&Rc`, and to call
//! `clone` on it takes no more than that. `main` can do the same in the scope. Both would then add one to the same
//! plain count, one of the two could get lost, and the template would be freed while one of its owners is still
//! there.
//@ fixed-by: guarantees/text-behind-an-rc-lent

use std::rc::Rc;
use std::thread;

fn main() {
    let template: Rc<str> = Rc::from("<h1>Tides</h1>");

    thread::scope(|scope| {
        scope.spawn(|| println!("{} bytes", template.len())); //~ E0277: `Rc<str>` cannot be shared between threads safely
    });
}
