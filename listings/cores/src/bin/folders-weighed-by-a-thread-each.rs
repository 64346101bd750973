//! Each list of folders is cut in two, and a thread is started for one of the halves
//@ schedules

use std::sync::atomic::{AtomicU32, Ordering};
use std::thread;

// ANCHOR: program
static STARTED: AtomicU32 = AtomicU32::new(0);

fn join(a: impl FnOnce() -> u64, b: impl FnOnce() -> u64 + Send) -> (u64, u64) {
    thread::scope(|scope| {
        let b = scope.spawn(b);
        STARTED.fetch_add(1, Ordering::Relaxed);
        (a(), b.join().unwrap())
    })
}

struct Folder {
    files: u64,
    inside: Vec<Folder>,
    total: u64,
}

fn weigh(folders: &mut [Folder]) -> u64 {
    match folders {
        [] => 0,
        [folder] => {
            folder.total = folder.files + weigh(&mut folder.inside);
            folder.total
        }
        _ => {
            let (left, right) = folders.split_at_mut(folders.len() / 2);
            let (left, right) = join(|| weigh(left), || weigh(right));
            left + right
        }
    }
}

fn main() {
    let photos = folder(10, vec![folder(300, vec![]), folder(500, vec![])]);
    let mut home = [photos, folder(40, vec![]), folder(7, vec![])];
    let total = weigh(&mut home);
    println!("photos: {} MB of {total}", home[0].total);
    println!("threads started: {}", STARTED.load(Ordering::Relaxed));
}
// ANCHOR_END: program

fn folder(files: u64, inside: Vec<Folder>) -> Folder {
    let total = 0;
    Folder {
        files,
        inside,
        total,
    }
}
