//! Payments are awaited in the closure of a `map`
//!
//! If this compiled, the first payment that isn't there yet would have to leave `total` in the middle of `map` and
//! `sum`, and these are ordinary functions: they can't be left and taken up again. All they could do is poll
//! until it's there, and `main` would have no lunch.
//@ fixed-by: tasks/payments-awaited-in-a-loop

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

async fn total() -> u32 {
    let payments = [Payment { not_yet: 1 }, Payment { not_yet: 0 }];
    // ANCHOR: sum
    let sum: u32 = payments.into_iter().map(|payment| payment.await).sum();
    //~^ E0728: `await` is only allowed inside `async` functions and blocks
    // ANCHOR_END: sum
    println!("total: {sum}");
    sum
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut total = pin!(total());
    while total.as_mut().poll(&mut context).is_pending() {
        println!("lunch");
    }
}
