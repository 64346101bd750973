//! The same list in a `Mutex`

use std::sync::Mutex;
use std::thread;

fn main() {
    // ANCHOR: scope
    let sessions = Mutex::new(vec!["Ada"]);

    thread::scope(|scope| {
        scope.spawn(|| sessions.lock().unwrap().push("Bo"));
        scope.spawn(|| sessions.lock().unwrap().push("Cy"));
    });
    // ANCHOR_END: scope

    println!("{} sessions", sessions.lock().unwrap().len());
}
