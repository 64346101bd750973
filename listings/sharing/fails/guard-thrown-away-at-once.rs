//! `let _` keeps no guard
//!
//! If this compiled, the guard would be dropped at the end of its own line. Both threads would then write their two lines with
//! the lock free, and the report of one station could end up in the middle of the other's.
//@ fixed-by: sharing/guard-kept-to-the-end

use std::sync::Mutex;
use std::thread;

static PRINTER: Mutex<()> = Mutex::new(());

fn print_report(station: &str) {
    let _ = PRINTER.lock().unwrap(); //~ let_underscore_lock: non-binding let on a synchronization lock
    println!("{station}: rain");
    println!("{station}: 7 mm");
}

fn main() {
    let coast = thread::spawn(|| print_report("coast"));
    let hills = thread::spawn(|| print_report("hills"));

    coast.join().unwrap();
    hills.join().unwrap();
}
