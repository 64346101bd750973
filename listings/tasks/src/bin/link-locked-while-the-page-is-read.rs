//! A link is locked while its page is looked at
//@ outcome: Leo: yours | Mia: taken
//@ outcome: Mia: yours | Leo: taken
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

// ANCHOR: request
static OWNER: Mutex<Option<&str>> = Mutex::new(None);

static LINK: Mutex<Link> = Mutex::new(Link {
    is_locked: false,
    waiting: Vec::new(),
});

async fn request(name: &'static str) {
    lock(&LINK).await;
    let is_free = OWNER.lock().unwrap().is_none();
    if is_free {
        yield_now().await; // the page is looked at
        *OWNER.lock().unwrap() = Some(name);
        println!("{name}: yours");
    } else {
        println!("{name}: taken");
    }
    unlock(&LINK);
}
// ANCHOR_END: request

// ANCHOR: main
fn main() {
    let leo = thread::spawn(|| run(request("Leo")));
    let mia = thread::spawn(|| {
        run(async {
            yield_now().await; // her account is looked up
            request("Mia").await;
        });
    });
    leo.join().unwrap();
    mia.join().unwrap();
}
// ANCHOR_END: main
