//! The level of the log is read from the configuration
//@ schedules
//@ hangs

use std::sync::LazyLock;

static LEVEL: LazyLock<u32> = LazyLock::new(|| {
    log("reading the configuration");
    2
});

fn log(line: &str) {
    if *LEVEL > 1 {
        println!("{line}");
    }
}

fn main() {
    log("the shop is open");
}
