//! One task puts two articles into the inbox of another
//@ panics

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

// ANCHOR: main
#[derive(Default)]
struct Inbox {
    articles: Vec<&'static str>,
    reader: Option<Waker>,
}

fn put(inbox: &Mutex<Inbox>, article: &'static str) {
    let mut inbox = inbox.lock().unwrap();
    inbox.articles.push(article);
    if let Some(reader) = &inbox.reader {
        reader.wake_by_ref();
    }
}

fn take(inbox: &Mutex<Inbox>, context: &mut Context) -> Poll<Vec<&'static str>> {
    let mut inbox = inbox.lock().unwrap();
    inbox.reader = Some(context.waker().clone());
    if inbox.articles.is_empty() {
        return Poll::Pending;
    }
    Poll::Ready(mem::take(&mut inbox.articles))
}

async fn read(inbox: Arc<Mutex<Inbox>>) {
    //~^ panic: resumed after completion
    let articles = poll_fn(|context| take(&inbox, context)).await;
    println!("read: {}", articles.join(", "));
}

async fn load(inbox: Arc<Mutex<Inbox>>) {
    put(&inbox, "snow");
    put(&inbox, "chess");
}

fn main() {
    let inbox = Arc::default();
    spawn(read(Arc::clone(&inbox)));
    spawn(load(inbox));
    run();
}
// ANCHOR_END: main
