//! Two radios add the sizes of their packets to a total, and the closure does nothing but add
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static RECEIVED: AtomicUsize = AtomicUsize::new(0);
static START: Barrier = Barrier::new(2);

// ANCHOR: receive
fn receive(packets: &[&str]) {
    for packet in packets {
        let add = |total| total + checked(packet);
        RECEIVED.update(Ordering::Relaxed, Ordering::Relaxed, add);
    }
}
// ANCHOR_END: receive

/// Its length, once its characters have been looked at.
fn checked(packet: &str) -> usize {
    assert!(packet.repeat(200).chars().all(|it| !it.is_control()));
    packet.len()
}

fn main() {
    thread::scope(|scope| {
        scope.spawn(|| {
            START.wait();
            receive(&["door closed."]);
        });
        START.wait();
        receive(&["21 degrees, 60 per cent, "]);
    });

    println!("{} bytes received", RECEIVED.load(Ordering::Relaxed));
}
