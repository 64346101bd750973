//! An order is taken to another place between two polls
//!
//! If this compiled, `address` would still lead to the place where `label` lay before the move, and the second
//! poll would print whatever is there now.
//@ fixed-by: tasks/order-moved-in-its-box

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

struct Payment {
    not_yet: u32,
}

impl Future for Payment {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<u32> {
        if self.not_yet == 0 {
            return Poll::Ready(30);
        }
        self.not_yet -= 1;
        Poll::Pending
    }
}

// ANCHOR: order
async fn order() {
    let label = String::from("lamp, Bridge Street");
    let address = &label;
    Payment { not_yet: 1 }.await;
    println!("packed: {address}");
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut here = order();
    println!("{:?}", Pin::new(&mut here).poll(&mut context)); //~ E0277: cannot be unpinned
    let mut there = pin!(here);
    println!("{:?}", there.as_mut().poll(&mut context));
}
// ANCHOR_END: order
