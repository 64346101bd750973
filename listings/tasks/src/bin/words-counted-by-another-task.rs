//! A task spawns another one and waits for its answer

use std::collections::VecDeque;
use std::future::poll_fn;
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

// ANCHOR: spawn
fn spawn<T: Send + 'static>(
    work: impl Future<Output = T> + Send + 'static,
) -> impl Future<Output = T> {
    let desk = Arc::new(Mutex::new((None, None::<Waker>)));
    let handle = Arc::clone(&desk);
    let work: Work = Box::pin(async move {
        let answer = work.await;
        let mut desk = desk.lock().unwrap();
        desk.0 = Some(answer);
        if let Some(waiting) = desk.1.take() {
            waiting.wake();
        }
    });
    let work = Mutex::new(work);
    Arc::new(Task { work }).wake();

    poll_fn(move |context| {
        let mut desk = handle.lock().unwrap();
        desk.1 = Some(context.waker().clone());
        desk.0.take().map_or(Poll::Pending, Poll::Ready)
    })
}
// ANCHOR_END: spawn

fn run() {
    let next = || READY.lock().unwrap().pop_front();
    while let Some(task) = next() {
        let waker = Waker::from(Arc::clone(&task));
        let mut context = Context::from_waker(&waker);
        let _ = task.work.lock().unwrap().as_mut().poll(&mut context);
    }
}

// ANCHOR: main
async fn count(article: &str) -> usize {
    println!("count: begins");
    article.split(' ').count()
}

fn main() {
    let _page = spawn(async {
        let words = spawn(count("snow in May"));
        println!("page: laid out");
        println!("page: {} words", words.await);
    });
    run();
}
// ANCHOR_END: main
