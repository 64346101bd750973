//! A pool has one worker, and two films that are cut into scenes
//@ schedules

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};

// ANCHOR: program
type Job = Box<dyn FnOnce(&Desk) + Send>;

struct Desk {
    me: usize,
    shared: Arc<Shared>,
}

impl Desk {
    fn run(&self, job: impl FnOnce(&Desk) + Send + 'static) {
        self.list(self.me).push_back(Box::new(job));
    }

    fn work(&self) {
        loop {
            let open = self.shared.open.load(Ordering::SeqCst);
            match self.look() {
                Some(job) => job(self),
                None if open => thread::yield_now(),
                None => break,
            }
        }
    }

    fn look(&self) -> Option<Job> {
        let mine = self.list(self.me).pop_back();
        let mut others = (0..self.shared.lists.len()).filter(|&desk| desk != self.me);
        mine.or_else(|| others.find_map(|desk| self.list(desk).pop_front()))
    }

    fn list(&self, desk: usize) -> MutexGuard<'_, VecDeque<Job>> {
        self.shared.lists[desk].lock().unwrap()
    }
}

fn main() {
    let pool = Pool::new(1);
    for film in ["Nosferatu", "Metropolis"] {
        pool.run(move |desk| {
            desk.run(move |_| println!("{film}, scene 1"));
            desk.run(move |_| println!("{film}, scene 2"));
        });
    }
    drop(pool);
    println!("good night");
}
// ANCHOR_END: program

struct Shared {
    lists: Vec<Mutex<VecDeque<Job>>>,
    open: AtomicBool,
}

struct Pool {
    front: Desk,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    fn new(workers: usize) -> Pool {
        let shared = Arc::new(Shared {
            lists: (0..=workers).map(|_| Mutex::default()).collect(),
            open: AtomicBool::new(true),
        });
        let desk = |me| {
            let shared = Arc::clone(&shared);
            Desk { me, shared }
        };
        let worker = |me| {
            let desk = desk(me);
            thread::spawn(move || desk.work())
        };
        let front = desk(workers);
        let workers = (0..workers).map(worker).collect();
        Pool { front, workers }
    }

    fn run(&self, job: impl FnOnce(&Desk) + Send + 'static) {
        self.front.run(job);
    }
}

impl Drop for Pool {
    fn drop(&mut self) {
        self.front.shared.open.store(false, Ordering::SeqCst);
        for worker in self.workers.drain(..) {
            worker.join().unwrap();
        }
    }
}
