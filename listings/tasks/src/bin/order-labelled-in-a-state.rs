//! An order has a label printed before it's packed

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

struct Pause {
    not_yet: u32,
}

impl Future for Pause {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<()> {
        if self.not_yet == 0 {
            return Poll::Ready(());
        }
        self.not_yet -= 1;
        Poll::Pending
    }
}

enum Order {
    Taken,
    Paying(Pause),
    Labelling(Pause),
    Packed,
}

impl Future for Order {
    type Output = ();

    fn poll(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<()> {
        loop {
            match &mut *self {
                Order::Taken => {
                    println!("order: a lamp");
                    *self = Order::Paying(Pause { not_yet: 1 });
                }
                Order::Paying(pause) => {
                    if Pin::new(pause).poll(context).is_pending() {
                        return Poll::Pending;
                    }
                    // ANCHOR: paid
                    println!("label: Bridge Street");
                    *self = Order::Labelling(Pause { not_yet: 1 });
                    // ANCHOR_END: paid
                }
                Order::Labelling(pause) => {
                    if Pin::new(pause).poll(context).is_pending() {
                        return Poll::Pending;
                    }
                    println!("packed: a lamp");
                    *self = Order::Packed;
                    return Poll::Ready(());
                }
                Order::Packed => panic!("the order was packed already"),
            }
        }
    }
}

fn main() {
    let mut context = Context::from_waker(Waker::noop());
    let mut order = pin!(Order::Taken);
    while order.as_mut().poll(&mut context).is_pending() {
        println!("not yet");
    }
}
