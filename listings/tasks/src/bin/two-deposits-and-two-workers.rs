//! Two deposits are made by tasks on two threads
//@ schedules
//@ outcome: balance: 120
//@ outcome: balance: 150
//@ outcome: balance: 170

use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

struct Task {
    work: Mutex<Work>,
}

struct Queue {
    ready: VecDeque<Arc<Task>>,
    alive: u32,
}

static QUEUE: Mutex<Queue> = Mutex::new(Queue {
    ready: VecDeque::new(),
    alive: 0,
});
static CHANGED: Condvar = Condvar::new();

impl Wake for Task {
    fn wake(self: Arc<Self>) {
        QUEUE.lock().unwrap().ready.push_back(self);
        CHANGED.notify_one();
    }
}

fn spawn(work: impl Future<Output = ()> + Send + 'static) {
    QUEUE.lock().unwrap().alive += 1;
    let work = Mutex::new(Box::pin(work) as Work);
    Arc::new(Task { work }).wake();
}

fn next() -> Option<Arc<Task>> {
    let must_wait = |queue: &mut Queue| queue.ready.is_empty() && queue.alive > 0;
    let queue = QUEUE.lock().unwrap();
    let mut queue = CHANGED.wait_while(queue, must_wait).unwrap();
    queue.ready.pop_front()
}

fn work() {
    while let Some(task) = next() {
        let waker = Waker::from(Arc::clone(&task));
        let mut context = Context::from_waker(&waker);
        let mut work = task.work.lock().unwrap();
        if work.as_mut().poll(&mut context).is_ready() {
            QUEUE.lock().unwrap().alive -= 1;
            CHANGED.notify_all();
        }
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

async fn deposit(amount: u32) {
    let balance = *BALANCE.lock().unwrap();
    yield_now().await;
    *BALANCE.lock().unwrap() = balance + amount;
}

// ANCHOR: main
fn main() {
    spawn(deposit(20));
    spawn(deposit(50));
    let workers = [(); 2].map(|()| thread::spawn(work));
    for worker in workers {
        worker.join().unwrap();
    }
    println!("balance: {}", BALANCE.lock().unwrap());
}
// ANCHOR_END: main
