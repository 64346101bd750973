//! A sensor's reading and its flag, written and read as volatile
//!
//! A volatile access is made, and made once, as the compiler sees it. It's no atomic access, so the two threads race for the flag, and then for the reading.
//@ races
//@ schedules

// Undefined behaviour: volatile accesses are not atomic, and order nothing between threads.

use std::thread;

static mut DEGREES: u32 = 0;
static mut MEASURED: bool = false;

// ANCHOR: both
// ANCHOR: sensor
fn sensor() {
    // Unsound: `main` may read both while they are written.
    unsafe {
        (&raw mut DEGREES).write_volatile(21);
        (&raw mut MEASURED).write_volatile(true);
    }
}
// ANCHOR_END: sensor

fn main() {
    thread::scope(|scope| {
        scope.spawn(sensor);
        if unsafe { (&raw const MEASURED).read_volatile() } {
            let degrees = unsafe { (&raw const DEGREES).read_volatile() };
            println!("{degrees} degrees");
        } else {
            println!("not measured yet");
        }
    });
}
// ANCHOR_END: both
