//! A task waits for an answer that another thread receives
//@ schedules
//@ outcome: booked | good night
//@ outcome: good night

use std::collections::VecDeque;
use std::future::poll_fn;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

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

// ANCHOR: main
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
// ANCHOR_END: main
