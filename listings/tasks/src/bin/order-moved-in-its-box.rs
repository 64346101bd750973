//! The box of an order changes hands between two polls

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

async fn order() {
    let label = String::from("lamp, Bridge Street");
    let address = &label;
    Payment { not_yet: 1 }.await;
    println!("packed: {address}");
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let order = order();
    // ANCHOR: box
    let mut here = Box::pin(order);
    println!("{:?}", here.as_mut().poll(&mut context));
    let mut there = here;
    println!("{:?}", there.as_mut().poll(&mut context));
    // ANCHOR_END: box
}
