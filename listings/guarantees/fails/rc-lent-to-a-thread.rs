//! A borrowed `Rc`, on a thread that only reads
//!
//! If this compiled, this thread would only read, and there'd be no harm done. But it'd have a `&Rc`, and that's
//! all it takes to call `clone`. `main` can do the same in the scope. If they both add one to the same plain
//! count at once, one of the two could get lost, and the template would be freed while one of its owners is still
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
