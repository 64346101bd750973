//! A page polls for its translation in a loop
//@ schedules

use std::pin::{Pin, pin};
use std::sync::Mutex;
use std::task::{Context, Poll, Waker};
use std::{hint, thread};

static TEXT: Mutex<Option<&str>> = Mutex::new(None);

struct Translation;

impl Future for Translation {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<&'static str> {
        match *TEXT.lock().unwrap() {
            Some(text) => Poll::Ready(text),
            None => Poll::Pending,
        }
    }
}

// ANCHOR: main
fn main() {
    let translator = thread::spawn(|| *TEXT.lock().unwrap() = Some("good evening"));
    let mut context = Context::from_waker(Waker::noop());
    let mut translation = pin!(Translation);
    let text = loop {
        if let Poll::Ready(text) = translation.as_mut().poll(&mut context) {
            break text;
        }
        hint::spin_loop();
    };
    println!("page: {text}");
    translator.join().unwrap();
}
// ANCHOR_END: main
