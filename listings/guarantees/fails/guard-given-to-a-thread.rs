//! A guard cannot leave the thread that took the lock
//!
//! If this compiled, the menu would be locked by `main` and unlocked by the other thread, which drops the guard. Where the
//! system's lock notes its holder, that is an error; the lock may then stay shut for ever, or open for two.
//@ fixed-by: guarantees/guard-lent-to-a-thread

use std::sync::Mutex;
use std::thread;

fn main() {
    let menu = Mutex::new(String::from("soup, fish"));
    let guard = menu.lock().unwrap();

    thread::scope(|scope| {
        scope.spawn(move || println!("today: {guard}")); //~ E0277: MutexGuard<'_, String>` cannot be sent
    });
}
