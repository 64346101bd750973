//! Two requests swap two links, each of which has a lock
//@ may-hang
//@ schedules

use std::future::poll_fn;
use std::mem;
use std::pin::pin;
use std::sync::atomic::AtomicBool;
use std::sync::atomic::Ordering::SeqCst;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread::{self, Thread};

struct Bell {
    rung: AtomicBool,
    thread: Thread,
}

impl Wake for Bell {
    fn wake(self: Arc<Self>) {
        self.rung.store(true, SeqCst);
        self.thread.unpark();
    }
}

// ANCHOR: executor
static TURN: Mutex<()> = Mutex::new(());

fn run(work: impl Future<Output = ()>) {
    let bell = Arc::new(Bell {
        rung: AtomicBool::new(false),
        thread: thread::current(),
    });
    let waker = Waker::from(Arc::clone(&bell));
    let mut context = Context::from_waker(&waker);
    let mut work = pin!(work);
    loop {
        let turn = TURN.lock().unwrap();
        if work.as_mut().poll(&mut context).is_ready() {
            return;
        }
        drop(turn);
        while !bell.rung.swap(false, SeqCst) {
            thread::park();
        }
    }
}
// ANCHOR_END: executor

fn yield_now() -> impl Future<Output = ()> {
    let mut was_here = false;
    poll_fn(move |context| {
        if mem::replace(&mut was_here, true) {
            return Poll::Ready(());
        }
        context.waker().wake_by_ref();
        Poll::Pending
    })
}

struct Link {
    is_locked: bool,
    waiting: Vec<Waker>,
}

// ANCHOR: lock
fn lock(link: &Mutex<Link>) -> impl Future<Output = ()> {
    poll_fn(|context| {
        let mut link = link.lock().unwrap();
        if mem::replace(&mut link.is_locked, true) {
            link.waiting.push(context.waker().clone());
            return Poll::Pending;
        }
        Poll::Ready(())
    })
}
// ANCHOR_END: lock

fn unlock(link: &Mutex<Link>) {
    let mut link = link.lock().unwrap();
    link.is_locked = false;
    for waker in link.waiting.drain(..) {
        waker.wake();
    }
}

const FREE: Link = Link {
    is_locked: false,
    waiting: Vec::new(),
};
static RUST: Mutex<Link> = Mutex::new(FREE);
static DOCS: Mutex<Link> = Mutex::new(FREE);

// ANCHOR: swap
async fn swap(first: &Mutex<Link>, second: &Mutex<Link>) {
    lock(first).await;
    yield_now().await; // its page is looked at
    lock(second).await;
    println!("two links are swapped");
    unlock(second);
    unlock(first);
}

fn main() {
    let leo = thread::spawn(|| run(swap(&RUST, &DOCS)));
    let mia = thread::spawn(|| {
        run(async {
            yield_now().await; // her account is looked up
            swap(&DOCS, &RUST).await;
        });
    });
    leo.join().unwrap();
    mia.join().unwrap();
}
// ANCHOR_END: swap
