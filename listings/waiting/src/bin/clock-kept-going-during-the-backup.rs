//! The hour is shown while the backup runs
//@ schedules
//@ outcome: 7 files
//@ outcome: 20:00 | 7 files
//@ outcome: 20:00 | 20:01 | still at it

use std::thread;

fn main() {
    let backup = thread::spawn(|| 7);
    for hour in ["20:00", "20:01"] {
        if backup.is_finished() {
            println!("{} files", backup.join().unwrap());
            return;
        }
        println!("{hour}");
    }
    println!("still at it");
}
