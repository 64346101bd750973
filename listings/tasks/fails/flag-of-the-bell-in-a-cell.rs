//! A bell keeps its flag in a `Cell`
//!
//! If this compiled, the translator's thread could set the flag while the page's thread looks at it and takes it
//! down, a data race.
//@ fixed-by: tasks/notice-printed-while-a-flag-waits

use std::cell::Cell;
use std::future::poll_fn;
use std::pin::{Pin, pin};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

struct Bell {
    rung: Cell<bool>,
    thread: Thread,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.rung.set(true);
        self.thread.unpark();
    }
}

// ANCHOR: bell
fn block_on<T>(future: impl Future<Output = T>) -> T {
    let bell = Arc::new(Bell {
        rung: Cell::new(false),
        thread: thread::current(),
    });
    let waker = Waker::from(Arc::clone(&bell)); //~ E0277: `Cell<bool>` cannot be shared between threads safely
    // ANCHOR_END: bell
    let mut context = Context::from_waker(&waker);
    let mut future = pin!(future);
    loop {
        if let Poll::Ready(value) = future.as_mut().poll(&mut context) {
            return value;
        }
        while !bell.rung.replace(false) {
            thread::park();
        }
    }
}

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
        desk.waker = Some(context.waker().clone());
        Poll::Pending
    }
}

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
