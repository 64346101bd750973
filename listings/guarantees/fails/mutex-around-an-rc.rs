//! A lock around one of two owners
//!
//! If this compiled, the thread would lock, clone the `Rc` and count one owner more. The lock doesn't stop `main`,
//! which has an owner of its own outside and clones that. Both could read 2 and write 3. When the two clones are gone
//! again, the count says 1 and there are two owners: the first to be dropped frees the text, and the second counts in
//! freed memory.
//@ fixed-by: guarantees/mutex-around-an-arc

use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

fn main() {
    let config: Rc<str> = "port 8080".into();
    let active = Mutex::new(config.clone());

    thread::scope(|scope| {
        scope.spawn(|| println!("active: {}", active.lock().unwrap().clone())); //~ E0277: `Rc<str>` cannot be sent
        println!("length: {}", config.clone().len());
    });
}
