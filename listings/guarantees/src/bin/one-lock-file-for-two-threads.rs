//! Two threads try to create one lock file

use std::fs::{self, File};
use std::io::ErrorKind;
use std::sync::Barrier;
use std::{env, process, thread};

static READY: Barrier = Barrier::new(2);

fn main() {
    let path = env::temp_dir().join(format!("shop-{}.lock", process::id()));
    let take_lock = || {
        READY.wait();
        File::create_new(&path).map_err(|error| error.kind())
    };

    let taken = thread::scope(|scope| {
        let workers = [scope.spawn(take_lock), scope.spawn(take_lock)];
        workers.map(|worker| worker.join().unwrap())
    });

    let got = taken.iter().filter(|lock| lock.is_ok()).count();
    let late = taken
        .iter()
        .filter(|lock| matches!(lock, Err(ErrorKind::AlreadyExists)));
    println!("{got} got the lock, {} came late", late.count());
    fs::remove_file(&path).unwrap();
}
