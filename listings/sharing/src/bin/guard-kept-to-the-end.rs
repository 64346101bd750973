//! A name that begins with `_` keeps the guard
//@ outcome: coast: rain | coast: 7 mm | hills: rain | hills: 7 mm
//@ outcome: hills: rain | hills: 7 mm | coast: rain | coast: 7 mm

use std::sync::Mutex;
use std::thread;

static PRINTER: Mutex<()> = Mutex::new(());

fn print_report(station: &str) {
    let _guard = PRINTER.lock().unwrap();
    println!("{station}: rain");
    println!("{station}: 7 mm");
}

fn main() {
    let coast = thread::spawn(|| print_report("coast"));
    let hills = thread::spawn(|| print_report("hills"));

    coast.join().unwrap();
    hills.join().unwrap();
}
