//! The level of the log is read by a function that does not log
//@ schedules

use std::sync::LazyLock;

// ANCHOR: level
static LEVEL: LazyLock<u32> = LazyLock::new(|| {
    println!("reading the configuration");
    2
});
// ANCHOR_END: level

fn log(line: &str) {
    if *LEVEL > 1 {
        println!("{line}");
    }
}

fn main() {
    log("the shop is open");
}
