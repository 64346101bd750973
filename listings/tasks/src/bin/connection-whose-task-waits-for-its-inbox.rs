//! A task waits for its own inbox, and the program comes to its end

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

#[derive(Default)]
struct Inbox {
    articles: Vec<&'static str>,
    reader: Option<Waker>,
}

fn take(inbox: &Mutex<Inbox>, context: &mut Context) -> Poll<Vec<&'static str>> {
    let mut inbox = inbox.lock().unwrap();
    inbox.reader = Some(context.waker().clone());
    if inbox.articles.is_empty() {
        return Poll::Pending;
    }
    Poll::Ready(mem::take(&mut inbox.articles))
}

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("connection closed");
    }
}

// ANCHOR: main
async fn read(inbox: Arc<Mutex<Inbox>>) {
    let _connection = Connection;
    println!("asked for");
    let articles = poll_fn(|context| take(&inbox, context)).await;
    println!("read: {}", articles.join(", "));
}

fn main() {
    spawn(read(Arc::default()));
    run();
    println!("good night");
}
// ANCHOR_END: main
