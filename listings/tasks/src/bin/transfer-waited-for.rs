//! A task waits for an answer that another thread receives, and so does the executor
//@ schedules

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

struct Task {
    work: Mutex<Work>,
}

// ANCHOR: queue
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
// ANCHOR_END: queue

// ANCHOR: run
fn run() {
    while let Some(task) = next() {
        let waker = Waker::from(Arc::clone(&task));
        let mut context = Context::from_waker(&waker);
        let mut work = task.work.lock().unwrap();
        if work.as_mut().poll(&mut context).is_ready() {
            QUEUE.lock().unwrap().alive -= 1;
        }
    }
}
// ANCHOR_END: run

static ANSWER: Mutex<(bool, Option<Waker>)> = Mutex::new((false, None));

fn is_confirmed(context: &mut Context) -> Poll<()> {
    let mut answer = ANSWER.lock().unwrap();
    answer.1 = Some(context.waker().clone());
    if answer.0 {
        Poll::Ready(())
    } else {
        Poll::Pending
    }
}

async fn transfer() {
    poll_fn(is_confirmed).await;
    println!("booked");
}

fn confirm() {
    let mut answer = ANSWER.lock().unwrap();
    answer.0 = true;
    if let Some(waiting) = answer.1.take() {
        waiting.wake();
    }
}

fn main() {
    spawn(transfer());
    let other_bank = thread::spawn(confirm);
    run();
    other_bank.join().unwrap();
    println!("good night");
}
