//! Two radios add the sizes of their packets to a total, and the closure takes the next packet
//!
//! The closure is called anew for each attempt. An attempt that fails has taken a packet out of the iterator, and nobody adds it.
//@ outcome: 37 bytes received
//@ outcome: 25 bytes received
//@ outcome: 12 bytes received
//@ schedules

use std::sync::Barrier;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::thread;

static RECEIVED: AtomicUsize = AtomicUsize::new(0);
static START: Barrier = Barrier::new(2);

// ANCHOR: receive
fn receive(packets: &[&str]) {
    let mut packets = packets.iter();
    let mut add_next = |total| packets.next().map(|packet| total + checked(packet));
    while RECEIVED
        .try_update(Ordering::Relaxed, Ordering::Relaxed, &mut add_next)
        .is_ok()
    {}
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
