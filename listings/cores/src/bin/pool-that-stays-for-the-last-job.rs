//! Nobody leaves while there is a job in a list or in a hand
//@ schedules: usual

use std::collections::VecDeque;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc;
use std::sync::{Arc, Condvar, Mutex, MutexGuard};
use std::thread::{self, JoinHandle};

type Job = Box<dyn FnOnce(&Desk) + Send>;

struct Desk {
    me: usize,
    shared: Arc<Shared>,
}

impl Desk {
    fn run(&self, job: impl FnOnce(&Desk) + Send + 'static) {
        self.shared.jobs.fetch_add(1, Ordering::SeqCst);
        self.list(self.me).push_back(Box::new(job));
        if self.shared.idle.load(Ordering::SeqCst) > 0 {
            let _open = self.shared.open.lock().unwrap();
            self.shared.bell.notify_one();
        }
    }

    fn next(&self) -> Option<Job> {
        if let Some(job) = self.look() {
            return Some(job);
        }
        let mut open = self.shared.open.lock().unwrap();
        self.shared.idle.fetch_add(1, Ordering::SeqCst);
        let mut found = self.look();
        while found.is_none() && (*open || self.shared.jobs.load(Ordering::SeqCst) > 0) {
            open = self.shared.bell.wait(open).unwrap();
            found = self.look();
        }
        self.shared.idle.fetch_sub(1, Ordering::SeqCst);
        found
    }

    // ANCHOR: work
    fn work(&self) {
        while let Some(job) = self.next() {
            job(self);
            if self.shared.jobs.fetch_sub(1, Ordering::SeqCst) == 1 {
                let _open = self.shared.open.lock().unwrap();
                self.shared.bell.notify_all();
            }
        }
    }
    // ANCHOR_END: work

    fn look(&self) -> Option<Job> {
        let mine = self.list(self.me).pop_back();
        let mut others = (0..self.shared.lists.len()).filter(|&desk| desk != self.me);
        mine.or_else(|| others.find_map(|desk| self.list(desk).pop_front()))
    }

    fn list(&self, desk: usize) -> MutexGuard<'_, VecDeque<Job>> {
        self.shared.lists[desk].lock().unwrap()
    }
}

struct Shared {
    lists: Vec<Mutex<VecDeque<Job>>>,
    open: Mutex<bool>,
    bell: Condvar,
    idle: AtomicUsize,
    jobs: AtomicUsize,
}

struct Pool {
    front: Desk,
    workers: Vec<JoinHandle<()>>,
}

impl Pool {
    fn new(workers: usize) -> Pool {
        let shared = Arc::new(Shared {
            lists: (0..=workers).map(|_| Mutex::default()).collect(),
            open: Mutex::new(true),
            bell: Condvar::new(),
            idle: AtomicUsize::new(0),
            jobs: AtomicUsize::new(0),
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
        *self.front.shared.open.lock().unwrap() = false;
        self.front.shared.bell.notify_all();
        for worker in self.workers.drain(..) {
            worker.join().unwrap();
        }
    }
}

fn main() {
    let pool = Pool::new(2);
    let (encoded, minutes) = mpsc::channel();
    pool.run(move |desk| {
        let half = encoded.clone();
        desk.run(move |_| half.send(1).unwrap());
        encoded.send(1).unwrap();
    });
    drop(pool);
    let sum: u32 = minutes.iter().sum();
    println!("{sum} minutes encoded");
}
