//! Two deposits hold the lock while they wait
//!
//! If this compiled, the first deposit would pause with the lock in its hand, the second would wait for the lock on the
//! only thread that there is, and nobody would come back to the first.
//@ fixed-by: tasks/two-deposits-in-one-step

use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

struct Task {
    work: Mutex<Work>,
}

static READY: Mutex<VecDeque<Arc<Task>>> = Mutex::new(VecDeque::new());

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        READY.lock().unwrap().push_back(self);
    }
}

fn spawn(work: impl Future<Output = ()> + Send + 'static) {
    let work = Mutex::new(Box::pin(work) as Work);
    Arc::new(Task { work }).wake();
}

fn run() {
    let next = || READY.lock().unwrap().pop_front();
    while let Some(task) = next() {
        let waker = Waker::from(Arc::clone(&task));
        let mut context = Context::from_waker(&waker);
        let _ = task.work.lock().unwrap().as_mut().poll(&mut context);
    }
}

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

static BALANCE: Mutex<u32> = Mutex::new(100);

// ANCHOR: deposit
async fn deposit(amount: u32) {
    let mut balance = BALANCE.lock().unwrap();
    yield_now().await;
    *balance += amount;
}

fn main() {
    spawn(deposit(20)); //~ error: future cannot be sent between threads safely
    spawn(deposit(50)); //~ error: future cannot be sent between threads safely
    // ANCHOR_END: deposit
    run();
    println!("balance: {}", BALANCE.lock().unwrap());
}
