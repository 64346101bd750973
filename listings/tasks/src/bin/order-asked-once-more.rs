//! An order is polled three times
//@ panics

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
    //~^ panic: resumed after completion
    Payment { not_yet: 1 }.await
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    // ANCHOR: polls
    let mut order = pin!(order());
    println!("{:?}", order.as_mut().poll(&mut context));
    println!("{:?}", order.as_mut().poll(&mut context));
    println!("{:?}", order.as_mut().poll(&mut context));
    // ANCHOR_END: polls
}
