//! Two threads try to create one file

use std::fs::{self, File};
use std::io::ErrorKind;
use std::sync::Barrier;
use std::{env, process, thread};

static READY: Barrier = Barrier::new(2);

fn main() {
    let path = env::temp_dir().join(format!("ferry-{}.key", process::id()));
    let take_key = || {
        READY.wait();
        File::create_new(&path).map_err(|error| error.kind())
    };

    let taken = thread::scope(|scope| {
        let pilots = [scope.spawn(take_key), scope.spawn(take_key)];
        pilots.map(|pilot| pilot.join().unwrap())
    });

    let got = taken.iter().filter(|key| key.is_ok()).count();
    let late = taken
        .iter()
        .filter(|key| matches!(key, Err(ErrorKind::AlreadyExists)));
    println!("{got} got the key, {} came late", late.count());
    fs::remove_file(&path).unwrap();
}
