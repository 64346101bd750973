//! A task knows whether it is queued, is being polled, or has been woken meanwhile
//@ schedules

use std::collections::VecDeque;
use std::future::poll_fn;
use std::mem;
use std::pin::Pin;
use std::sync::{Arc, Condvar, Mutex};
use std::task::{Context, Poll, Wake, Waker};
use std::thread;

type Work = Pin<Box<dyn Future<Output = ()> + Send>>;

#[derive(PartialEq)]
enum State {
    Idle,
    Queued,
    Running,
    Woken,
}

struct Task {
    state: Mutex<State>,
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

// ANCHOR: states
impl Wake for Task {
    fn wake(self: Arc<Self>) {
        let mut state = self.state.lock().unwrap();
        match *state {
            State::Idle => {
                *state = State::Queued;
                drop(state);
                push(self);
            }
            State::Running => *state = State::Woken,
            State::Queued | State::Woken => {}
        }
    }
}

fn work() {
    while let Some(task) = next() {
        *task.state.lock().unwrap() = State::Running;
        if poll(&task).is_ready() {
            QUEUE.lock().unwrap().alive -= 1;
            CHANGED.notify_all();
            continue;
        }
        let mut state = task.state.lock().unwrap();
        if *state == State::Woken {
            *state = State::Queued;
            drop(state);
            push(task);
        } else {
            *state = State::Idle;
        }
    }
}
// ANCHOR_END: states

fn push(task: Arc<Task>) {
    QUEUE.lock().unwrap().ready.push_back(task);
    CHANGED.notify_one();
}

fn spawn(work: impl Future<Output = ()> + Send + 'static) {
    QUEUE.lock().unwrap().alive += 1;
    let task = Task {
        state: Mutex::new(State::Idle),
        work: Mutex::new(Box::pin(work)),
    };
    Arc::new(task).wake();
}

fn next() -> Option<Arc<Task>> {
    let must_wait = |queue: &mut Queue| queue.ready.is_empty() && queue.alive > 0;
    let queue = QUEUE.lock().unwrap();
    let mut queue = CHANGED.wait_while(queue, must_wait).unwrap();
    queue.ready.pop_front()
}

fn poll(task: &Arc<Task>) -> Poll<()> {
    let waker = Waker::from(Arc::clone(task));
    let mut work = task.work.lock().unwrap();
    work.as_mut().poll(&mut Context::from_waker(&waker))
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

async fn transfer() {
    yield_now().await;
    println!("booked");
}

fn main() {
    spawn(transfer());
    let workers = [(); 2].map(|()| thread::spawn(work));
    for worker in workers {
        worker.join().unwrap();
    }
}
