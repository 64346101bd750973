//! Two orders are awaited by an `async fn`

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

// ANCHOR: orders
async fn order(what: &str, not_yet: u32) {
    println!("order: {what}");
    Payment { not_yet }.await;
    println!("packed: {what}");
}

async fn two_orders() {
    let lamp = order("lamp", 2);
    let chair = order("chair", 1);
    lamp.await;
    chair.await;
}
// ANCHOR_END: orders

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut orders = pin!(two_orders());
    while orders.as_mut().poll(&mut context).is_pending() {}
}
