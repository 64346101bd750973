//! A task with one pause, and two workers
//@ schedules
//@ outcome: checked by Ann, booked by Ann
//@ outcome: checked by Ann, booked by Ben
//@ outcome: checked by Ben, booked by Ann
//@ outcome: checked by Ben, booked by Ben

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

fn worker() -> String {
    thread::current().name().unwrap().to_owned()
}

// ANCHOR: transfer
async fn transfer() {
    let checked = worker();
    yield_now().await;
    println!("checked by {checked}, booked by {}", worker());
}
// ANCHOR_END: transfer

fn main() {
    spawn(transfer());
    let workers = ["Ann", "Ben"].map(|name| {
        let builder = thread::Builder::new().name(name.to_owned());
        builder.spawn(work).unwrap()
    });
    for worker in workers {
        worker.join().unwrap();
    }
}
