//! A parcel has a box within a box within a box
//!
//! If this compiled, the future of `close` would have to have room for a future of `close`, and that one for a third,
//! without an end: no number of bytes would be enough, though here there are three boxes.
//@ fixed-by: tasks/boxes-on-the-heap

use std::pin::pin;
use std::task::{Context, Waker};

// ANCHOR: pack
async fn close(boxes: u32) {
    //~^ E0733: recursion in an async fn requires boxing
    if boxes > 1 {
        close(boxes - 1).await;
    }
    println!("closed: box {boxes}");
}
// ANCHOR_END: pack

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut parcel = pin!(close(3));
    assert!(parcel.as_mut().poll(&mut context).is_ready());
}
