//! Payments are awaited in a loop

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
    let mut sum = 0;
    for payment in payments {
        sum += payment.await;
    }
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
