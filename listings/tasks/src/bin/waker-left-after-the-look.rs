//! A page looks for its translation and leaves a waker
//@ may-hang
//@ schedules

use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

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

    // ANCHOR: poll
    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<&'static str> {
        if let Some(text) = DESK.lock().unwrap().text {
            return Poll::Ready(text);
        }
        DESK.lock().unwrap().waker = Some(context.waker().clone());
        Poll::Pending
    }
    // ANCHOR_END: poll
}

fn main() {
    let translator = thread::spawn(translate);
    let text = block_on(Translation);
    println!("page: {text}");
    translator.join().unwrap();
}
