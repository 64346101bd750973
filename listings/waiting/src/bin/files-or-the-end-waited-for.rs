//! A backup waits for files, or for the end
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;

struct Desk {
    files: Vec<&'static str>,
    stop: bool,
}

static DESK: Mutex<Desk> = Mutex::new(Desk {
    files: Vec::new(),
    stop: false,
});
static CHANGED: Condvar = Condvar::new();

// ANCHOR: backup
fn backup() {
    let waits = |desk: &mut Desk| desk.files.is_empty() && !desk.stop;
    loop {
        let desk = DESK.lock().unwrap();
        let mut desk = CHANGED.wait_while(desk, waits).unwrap();
        match desk.files.pop() {
            Some(file) => println!("saved: {file}"),
            None if desk.stop => return,
            None => {}
        }
    }
}
// ANCHOR_END: backup

fn main() {
    let backup = thread::spawn(backup);
    DESK.lock().unwrap().files.push("letter");
    CHANGED.notify_one();
    DESK.lock().unwrap().stop = true;
    CHANGED.notify_one();
    backup.join().unwrap();
    println!("good night");
}
