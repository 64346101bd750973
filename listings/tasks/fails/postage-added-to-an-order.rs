//! Postage is added to what an `async fn` returns
//!
//! If this compiled, 5 would be added to an order that nobody has polled: there's no number yet.
//@ fixed-by: tasks/postage-added-to-a-price

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

async fn order() -> u32 {
    Payment { not_yet: 1 }.await
}

async fn with_postage() -> u32 {
    // ANCHOR: paid
    let paid: u32 = order(); //~ E0308: expected `u32`, found future
    // ANCHOR_END: paid
    paid + 5
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut order = pin!(with_postage());
    println!("{:?}", order.as_mut().poll(&mut context));
    println!("{:?}", order.as_mut().poll(&mut context));
}
