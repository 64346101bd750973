//! A session without a user is refused as well
//!
//! If this compiled, this session would travel without harm, since it's empty. But the compiler would have to know
//! which values an `Option` can hold at this line. A user who'd logged in one line earlier would travel with the
//! session, and with another owner of the name left behind, two threads could change one plain count.
//@ fixed-by: guarantees/empty-session-of-the-shared-kind

use std::rc::Rc;
use std::thread;

fn main() {
    let session: Option<Rc<str>> = None;

    let cleaner = thread::spawn(move || session.is_none()); //~ E0277: `Rc<str>` cannot be sent between threads safely
    println!("unused: {}", cleaner.join().unwrap());
}
