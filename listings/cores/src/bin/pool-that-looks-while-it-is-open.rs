//! A worker looks for jobs as long as the pool is open
//@ schedules
//@ outcome: good night
//@ outcome: Nosferatu, scene 2 | good night
//@ outcome: Nosferatu, scene 2 | Nosferatu, scene 1 | good night

use std::collections::VecDeque;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};
use std::time::Duration;

type Job = Box<dyn FnOnce(&Desk) + Send>;

struct Desk {
    me: usize,
    shared: Arc<Shared>,
}

impl Desk {
    fn run(&self, job: impl FnOnce(&Desk) + Send + 'static) {
        self.list(self.me).push_back(Box::new(job));
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
    pool.run(|desk| {
        desk.run(|_| encode("Nosferatu, scene 1"));
        desk.run(|_| encode("Nosferatu, scene 2"));
    });
    thread::sleep(Duration::from_micros(300));
    drop(pool);
    println!("good night");
}

fn encode(scene: &str) {
    thread::sleep(Duration::from_micros(100));
    println!("{scene}");
}

impl Desk {
    // ANCHOR: work
    fn work(&self) {
        while self.shared.open.load(Ordering::SeqCst) {
            match self.look() {
                Some(job) => job(self),
                None => thread::yield_now(),
            }
        }
    }
    // ANCHOR_END: work
}

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
