//! The same list in a `Mutex`

use std::sync::Mutex;
use std::thread;

fn main() {
    let members = Mutex::new(vec!["Ada"]);

    thread::scope(|scope| {
        scope.spawn(|| members.lock().unwrap().push("Bo"));
        scope.spawn(|| members.lock().unwrap().push("Cy"));
    });

    println!("{} members", members.lock().unwrap().len());
}
