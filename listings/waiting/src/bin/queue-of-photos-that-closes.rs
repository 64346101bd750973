//! A queue with a bound, which can be closed
//@ schedules

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::thread;

// ANCHOR: queue
struct Queue {
    state: Mutex<State>,
    filled: Condvar,
    emptied: Condvar,
}

struct State {
    photos: VecDeque<u32>,
    closed: bool,
}

impl Queue {
    const ROOM: usize = 1;

    fn put(&self, photo: u32) {
        let state = self.state.lock().unwrap();
        let mut state = self
            .emptied
            .wait_while(state, |state| state.photos.len() == Self::ROOM)
            .unwrap();
        state.photos.push_back(photo);
        self.filled.notify_one();
    }

    fn take(&self) -> Option<u32> {
        let state = self.state.lock().unwrap();
        let waits = |state: &mut State| state.photos.is_empty() && !state.closed;
        let photo = self
            .filled
            .wait_while(state, waits)
            .unwrap()
            .photos
            .pop_front();
        self.emptied.notify_one();
        photo
    }

    fn close(&self) {
        self.state.lock().unwrap().closed = true;
        self.filled.notify_all();
    }
}
// ANCHOR_END: queue

static QUEUE: Queue = Queue {
    state: Mutex::new(State {
        photos: VecDeque::new(),
        closed: false,
    }),
    filled: Condvar::new(),
    emptied: Condvar::new(),
};

// ANCHOR: use
fn main() {
    let workers = [thread::spawn(works), thread::spawn(works)];
    for photo in 1..=2 {
        QUEUE.put(photo);
    }
    QUEUE.close();

    let done: u32 = workers
        .into_iter()
        .map(|worker| worker.join().unwrap())
        .sum();
    println!("{done} photos are small now");
}

fn works() -> u32 {
    let mut done = 0;
    while QUEUE.take().is_some() {
        done += 1;
    }
    done
}
// ANCHOR_END: use
