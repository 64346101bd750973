//! Two requests, each of which pauses once
//@ outcome: Leo: asks | Leo: is answered | Mia: asks | Mia: is answered
//@ outcome: Leo: asks | Mia: asks | Leo: is answered | Mia: is answered
//@ outcome: Leo: asks | Mia: asks | Mia: is answered | Leo: is answered
//@ outcome: Mia: asks | Leo: asks | Leo: is answered | Mia: is answered
//@ outcome: Mia: asks | Leo: asks | Mia: is answered | Leo: is answered
//@ outcome: Mia: asks | Mia: is answered | Leo: asks | Leo: is answered
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

// ANCHOR: main
async fn request(name: &str) {
    println!("{name}: asks");
    yield_now().await;
    println!("{name}: is answered");
}

fn main() {
    let leo = thread::spawn(|| run(request("Leo")));
    let mia = thread::spawn(|| run(request("Mia")));
    leo.join().unwrap();
    mia.join().unwrap();
}
// ANCHOR_END: main
