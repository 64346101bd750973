//! Two orders are polled by `main`

use std::pin::Pin;
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

async fn order(what: &str, not_yet: u32) {
    println!("order: {what}");
    Payment { not_yet }.await;
    println!("packed: {what}");
}

// ANCHOR: main
fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut orders = vec![Box::pin(order("lamp", 2)), Box::pin(order("chair", 1))];
    while !orders.is_empty() {
        orders.retain_mut(|order| order.as_mut().poll(&mut context).is_pending());
    }
}
// ANCHOR_END: main
