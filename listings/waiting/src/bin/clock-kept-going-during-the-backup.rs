//! The time is shown, minute by minute, while the backup runs
//@ schedules
//@ outcome: 7 files
//@ outcome: 20:00 | 7 files
//@ outcome: 20:00 | 20:01 | still at it

use std::thread;

fn main() {
    let backup = thread::spawn(|| 7);
    for minute in ["20:00", "20:01"] {
        if backup.is_finished() {
            println!("{} files", backup.join().unwrap());
            return;
        }
        println!("{minute}");
    }
    println!("still at it");
}
