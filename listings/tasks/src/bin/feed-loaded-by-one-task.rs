//! One task on one thread, with nothing to wait for

use std::collections::VecDeque;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Wake, Waker};

// ANCHOR: executor
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
// ANCHOR_END: executor

async fn load(feed: &str) {
    println!("{feed}: here");
}

fn main() {
    spawn(load("news"));
    run();
}
