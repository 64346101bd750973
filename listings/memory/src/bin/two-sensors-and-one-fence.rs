//! A display looks at the flags of two sensors, and passes a fence if both have measured
//!
//! The fence comes after both loads, so it takes in what either sensor has released. A display that finds a flag down passes no fence.
//@ outcome: 18 in the shade, 26 in the sun
//@ outcome: not all have measured
//@ schedules

use std::sync::atomic::{AtomicBool, AtomicU32, Ordering, fence};
use std::thread;

struct Sensor {
    degrees: AtomicU32,
    measured: AtomicBool,
}

impl Sensor {
    const fn new() -> Sensor {
        Sensor {
            degrees: AtomicU32::new(0),
            measured: AtomicBool::new(false),
        }
    }

    // ANCHOR: measure
    fn measure(&self, degrees: u32) {
        self.degrees.store(degrees, Ordering::Relaxed);
        self.measured.store(true, Ordering::Release);
    }
    // ANCHOR_END: measure
}

static SHADE: Sensor = Sensor::new();
static SUN: Sensor = Sensor::new();

// ANCHOR: main
fn main() {
    thread::scope(|scope| {
        scope.spawn(|| SHADE.measure(18));
        scope.spawn(|| SUN.measure(26));

        let sensors = [&SHADE, &SUN];
        if sensors.iter().all(|it| it.measured.load(Ordering::Relaxed)) {
            fence(Ordering::Acquire);
            let [shade, sun] = sensors.map(|it| it.degrees.load(Ordering::Relaxed));
            println!("{shade} in the shade, {sun} in the sun");
        } else {
            println!("not all have measured");
        }
    });
}
// ANCHOR_END: main
