//! A queue that gives a photo back when it's closed
//@ outcome: made: 2, given back: 0
//@ outcome: made: 1, given back: 1
//@ outcome: made: 0, given back: 2
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
    // ANCHOR: put
    fn put(&self, photo: u32) -> Result<(), u32> {
        let full = |state: &mut State| state.photos.len() == ROOM && !state.closed;
        let state = self.state.lock().unwrap();
        let mut state = self.emptied.wait_while(state, full).unwrap();
        if state.closed {
            return Err(photo);
        }
        state.photos.push_back(photo);
        self.filled.notify_one();
        Ok(())
    }

    fn close(&self) {
        self.state.lock().unwrap().closed = true;
        self.filled.notify_all();
        self.emptied.notify_all();
    }
    // ANCHOR_END: put

    fn take(&self) -> Option<u32> {
        let nothing_yet = |state: &mut State| state.photos.is_empty() && !state.closed;
        let state = self.state.lock().unwrap();
        let mut state = self.filled.wait_while(state, nothing_yet).unwrap();
        let photo = state.photos.pop_front();
        self.emptied.notify_one();
        photo
    }
}

fn main() {
    let queue = Queue::default();
    thread::scope(|scope| {
        let worker = scope.spawn(|| iter::from_fn(|| queue.take()).count());
        let upload = scope.spawn(|| [17, 18].map(|photo| queue.put(photo)));
        queue.close();
        let put = upload.join().unwrap();
        let back = put.iter().filter(|put| put.is_err()).count();
        println!("made: {}, given back: {back}", worker.join().unwrap());
    });
}
