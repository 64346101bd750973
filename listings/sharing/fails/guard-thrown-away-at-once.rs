//! `let _` keeps no guard
//!
//! If this compiled, the guard would be dropped at the end of its own line. Both threads would then write their two
//! lines without holding the lock, and the report of one job could end up in the middle of the other's.
//@ fixed-by: sharing/guard-kept-to-the-end

use std::sync::Mutex;
use std::thread;

static CONSOLE: Mutex<()> = Mutex::new(());

fn report(job: &str) {
    let _ = CONSOLE.lock().unwrap(); //~ let_underscore_lock: non-binding let on a synchronization lock
    println!("{job}: started");
    println!("{job}: done");
}

fn main() {
    let mail = thread::spawn(|| report("mail"));
    let resize = thread::spawn(|| report("resize"));

    mail.join().unwrap();
    resize.join().unwrap();
}
