//! A lock around one of two owners
//!
//! If this compiled, the thread would lock, clone the `Rc` and count one owner more. The lock does not hinder `main`,
//! which has an owner of its own outside and clones that. Both could read 2 and write 3. When the two clones are gone
//! again, the count is 1 and the owners are two: the first to be dropped frees the tune, and the second counts in freed
//! memory.
//@ fixed-by: guarantees/mutex-around-an-arc

use std::rc::Rc;
use std::sync::Mutex;
use std::thread;

fn main() {
    let tune: Rc<str> = "Greensleeves".into();
    let playing = Mutex::new(tune.clone());

    thread::scope(|scope| {
        scope.spawn(|| println!("playing: {}", playing.lock().unwrap().clone())); //~ E0277: `Rc<str>` cannot be sent
        println!("known: {}", tune.clone().len());
    });
}
