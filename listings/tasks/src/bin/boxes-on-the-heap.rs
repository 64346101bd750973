//! A parcel has a future for each of its three boxes

use std::pin::pin;
use std::task::{Context, Waker};

async fn close(boxes: u32) {
    if boxes > 1 {
        // ANCHOR: call
        Box::pin(close(boxes - 1)).await;
        // ANCHOR_END: call
    }
    println!("closed: box {boxes}");
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut parcel = pin!(close(3));
    assert!(parcel.as_mut().poll(&mut context).is_ready());
}
