//! Two requests for one link, polled in the order of a queue

use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Mutex};
use std::task::{Context, Poll, Wake, Waker};

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

// ANCHOR: yield
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
// ANCHOR_END: yield

// ANCHOR: service
static OWNER: Mutex<Option<&str>> = Mutex::new(None);

async fn request(name: &'static str) {
    let is_free = OWNER.lock().unwrap().is_none();
    if is_free {
        yield_now().await; // the page is looked at
        *OWNER.lock().unwrap() = Some(name);
        println!("{name}: yours");
    } else {
        println!("{name}: taken");
    }
}

fn main() {
    spawn(request("Leo"));
    spawn(async {
        yield_now().await; // her account is looked up
        request("Mia").await;
    });
    run();
}
// ANCHOR_END: service
