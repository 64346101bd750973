//! A job borrows its photo
//!
//! If this compiled, it would go well in this very program, as `main` waits for the worker. A worker that nobody waits for could read the name of the photo when it has been freed.
//@ fixed-by: waiting/photo-given-to-the-pool

use std::sync::mpsc;
use std::thread;

type Job = Box<dyn FnOnce() + Send>;

fn main() {
    let (pool, jobs) = mpsc::channel::<Job>();
    let worker = thread::spawn(move || jobs.into_iter().for_each(|job| job()));

    let photo = String::from("harbour.jpg");
    let shrink = || println!("{photo} is small"); //~ E0597: `photo` does not live long enough
    pool.send(Box::new(shrink)).unwrap();
    drop(pool);
    worker.join().unwrap();
}
