//! Two tasks on one thread, each of which pauses once, with a flag that is cleared before the poll

use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

struct Task {
    work: Mutex<Option<Work>>,
    is_queued: AtomicBool,
}

static READY: Mutex<VecDeque<Arc<Task>>> = Mutex::new(VecDeque::new());

// ANCHOR: wake
impl Wake for Task {
    fn wake(self: Arc<Self>) {
        if !self.is_queued.swap(true, Ordering::SeqCst) {
            READY.lock().unwrap().push_back(self);
        }
    }
}
// ANCHOR_END: wake

fn spawn(work: impl Future<Output = ()> + Send + 'static) {
    let work: Work = Box::pin(work);
    let task = Task {
        work: Mutex::new(Some(work)),
        is_queued: AtomicBool::new(false),
    };
    Arc::new(task).wake();
}

// ANCHOR: run
fn run() {
    let next = || READY.lock().unwrap().pop_front();
    // ANCHOR: taken
    while let Some(task) = next() {
        task.is_queued.store(false, Ordering::SeqCst);
        // ANCHOR_END: taken
        let waker = Waker::from(Arc::clone(&task));
        let mut context = Context::from_waker(&waker);
        // ANCHOR: slot
        let mut slot = task.work.lock().unwrap();
        if let Some(work) = slot.as_mut()
            && work.as_mut().poll(&mut context).is_ready()
        {
            *slot = None;
        }
        // ANCHOR_END: slot
    }
}
// ANCHOR_END: run

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

async fn load(feed: &str) {
    println!("{feed}: asked for");
    yield_now().await;
    println!("{feed}: here");
}

fn main() {
    spawn(load("news"));
    spawn(load("weather"));
    run();
}
