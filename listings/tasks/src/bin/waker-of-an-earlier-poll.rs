//! A translation is polled in passing, and then waited for
//@ may-hang
//@ schedules

use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};
use std::time::Duration;

// ANCHOR: block_on
struct Bell(Thread);

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.0.unpark();
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let waker = Waker::from(Arc::new(Bell(thread::current())));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        thread::park();
    }
}
// ANCHOR_END: block_on

struct Desk {
    text: Option<&'static str>,
    waker: Option<Waker>,
}

static DESK: Mutex<Desk> = Mutex::new(Desk {
    text: None,
    waker: None,
});

fn translate() {
    let mut desk = DESK.lock().unwrap();
    desk.text = Some("good evening");
    let waker = desk.waker.take();
    drop(desk);
    if let Some(waker) = waker {
        waker.wake();
    }
}

struct Translation;

impl Future for Translation {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<&'static str> {
        let mut desk = DESK.lock().unwrap();
        if let Some(text) = desk.text {
            return Poll::Ready(text);
        }
        desk.waker.get_or_insert_with(|| context.waker().clone());
        Poll::Pending
    }
}

// ANCHOR: main
fn main() {
    let translator = thread::spawn(translate);
    // Meanwhile the headline is set.
    thread::sleep(Duration::from_millis(1));
    let mut in_passing = Context::from_waker(Waker::noop());
    let mut translation = pin!(Translation);
    let first = translation.as_mut().poll(&mut in_passing);
    let text = if let Poll::Ready(text) = first {
        text
    } else {
        block_on(translation)
    };
    println!("page: {text}");
    translator.join().unwrap();
}
// ANCHOR_END: main
