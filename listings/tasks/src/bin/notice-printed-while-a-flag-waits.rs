//! A page says that its translation takes a moment, and its bell keeps a flag
//@ outcome: page: good evening
//@ outcome: page: one moment | page: good evening
//@ schedules

use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::{Acquire, Release};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

struct Bell {
    rung: AtomicBool,
    thread: Thread,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.rung.store(true, Release);
        self.thread.unpark();
    }
}

fn block_on<T>(future: impl Future<Output = T>) -> T {
    let bell = Arc::new(Bell {
        rung: AtomicBool::new(false),
        thread: thread::current(),
    });
    let waker = Waker::from(Arc::clone(&bell));
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    // ANCHOR: loop
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        while !bell.rung.swap(false, Acquire) {
            thread::park();
        }
    }
    // ANCHOR_END: loop
}

struct Desk {
    text: Option<&'static str>,
    waker: Option<Waker>,
}

static DESK: Mutex<Desk> = Mutex::new(Desk {
    text: None,
    waker: None,
});

// ANCHOR: translate
fn translate() {
    let mut desk = DESK.lock().unwrap();
    desk.text = Some("good evening");
    let waker = desk.waker.take();
    drop(desk);
    if let Some(waker) = waker {
        waker.wake();
    }
}
// ANCHOR_END: translate

struct Translation;

impl Future for Translation {
    type Output = &'static str;

    fn poll(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<&'static str> {
        let mut desk = DESK.lock().unwrap();
        if let Some(text) = desk.text {
            return Poll::Ready(text);
        }
        desk.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

// ANCHOR: main
fn main() {
    let translator = thread::spawn(translate);
    let mut translation = pin!(Translation);
    let mut told = false;
    let text = block_on(poll_fn(|context| {
        let poll = translation.as_mut().poll(context);
        if poll.is_pending() && !told {
            println!("page: one moment");
            told = true;
        }
        poll
    }));
    println!("page: {text}");
    translator.join().unwrap();
}
// ANCHOR_END: main
