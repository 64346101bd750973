//! An order is an `enum` with a `poll` of its own

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
enum Order {
    Taken,
    Paying(Payment),
    Packed,
}

impl Future for Order {
    type Output = u32;

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<u32> {
        loop {
            match &mut *self {
                Order::Taken => {
                    println!("order: a lamp");
                    *self = Order::Paying(Payment { not_yet: 1 });
                }
                Order::Paying(payment) => {
                    let Poll::Ready(paid) = Pin::new(payment).poll(context) else {
                        return Poll::Pending;
                    };
                    println!("packed: a lamp");
                    *self = Order::Packed;
                    return Poll::Ready(paid);
                }
                Order::Packed => panic!("the order was packed already"),
            }
        }
    }
}
// ANCHOR_END: order

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut order = pin!(Order::Taken);
    println!("{:?}", order.as_mut().poll(&mut context));
    println!("lunch");
    println!("{:?}", order.as_mut().poll(&mut context));
}
