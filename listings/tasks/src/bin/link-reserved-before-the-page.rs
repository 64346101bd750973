//! A link is reserved before its page is looked at
//@ outcome: Leo: yours | Mia: taken
//@ outcome: Mia: taken | Leo: yours
//@ outcome: Leo: taken | Mia: yours
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

// ANCHOR: request
static OWNER: Mutex<Option<&str>> = Mutex::new(None);

async fn request(name: &'static str) {
    {
        let mut owner = OWNER.lock().unwrap();
        if owner.is_some() {
            println!("{name}: taken");
            return;
        }
        *owner = Some(name);
    }
    yield_now().await; // the page is looked at
    println!("{name}: yours");
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
