//! The same list in a `Mutex`

use std::sync::Mutex;
use std::thread;

fn main() {
    let sessions = Mutex::new(vec!["Ada"]);

    thread::scope(|scope| {
        scope.spawn(|| sessions.lock().unwrap().push("Bo"));
        scope.spawn(|| sessions.lock().unwrap().push("Cy"));
    });

    println!("{} sessions", sessions.lock().unwrap().len());
}
