//! Two loops go round a thousand times, and are asked whether that's enough

use crossbeam::utils::Backoff;

fn main() {
    // ANCHOR: rounds
    let (spinning, snoozing) = (Backoff::new(), Backoff::new());
    for _ in 0..1_000 {
        spinning.spin();
        snoozing.snooze();
    }
    println!("after spin: {}", spinning.is_completed());
    println!("after snooze: {}", snoozing.is_completed());
    // ANCHOR_END: rounds
}
