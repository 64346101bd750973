//! A job takes its photo along
//@ schedules

use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (pool, jobs) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || jobs.into_iter().for_each(|job| job()));

    let photo = String::from("harbour.jpg");
    let shrink = move || println!("{photo} is small");
    pool.send(Box::new(shrink)).unwrap();
    drop(pool);
    worker.join().unwrap();
}
