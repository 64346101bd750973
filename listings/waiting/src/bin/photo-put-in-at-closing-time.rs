//! A photo is put in by a thread of its own, and the queue is closed
//@ may-hang
//@ schedules

use std::collections::VecDeque;
use std::sync::{Condvar, Mutex};
use std::{iter, thread};

const ROOM: usize = 1;

#[derive(Default)]
struct Queue {
    state: Mutex<State>,
    filled: Condvar,
    emptied: Condvar,
}

#[derive(Default)]
struct State {
    photos: VecDeque<u32>,
    closed: bool,
}

impl Queue {
    fn put(&self, photo: u32) {
        let full = |state: &mut State| state.photos.len() == ROOM;
        let state = self.state.lock().unwrap();
        let mut state = self.emptied.wait_while(state, full).unwrap();
        state.photos.push_back(photo);
        self.filled.notify_one();
    }

    fn take(&self) -> Option<u32> {
        let nothing_yet = |state: &mut State| state.photos.is_empty() && !state.closed;
        let state = self.state.lock().unwrap();
        let mut state = self.filled.wait_while(state, nothing_yet).unwrap();
        let photo = state.photos.pop_front();
        self.emptied.notify_one();
        photo
    }

    fn close(&self) {
        self.state.lock().unwrap().closed = true;
        self.filled.notify_all();
    }
}

fn main() {
    // ANCHOR: main
    let queue = Queue::default();
    thread::scope(|scope| {
        scope.spawn(|| iter::from_fn(|| queue.take()).count());
        scope.spawn(|| {
            queue.put(17);
            queue.put(18);
        });
        queue.close();
    });
    println!("good night");
    // ANCHOR_END: main
}
