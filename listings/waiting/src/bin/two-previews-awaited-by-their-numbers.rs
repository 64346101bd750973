//! Two previews are waited for by their numbers
//@ outcome: [Some(17), Some(18)]
//@ outcome: [Some(17), None]
//@ outcome: [None, Some(18)]
//@ outcome: [None, None]
//@ schedules

use std::sync::{Condvar, Mutex};
use std::thread;
use std::time::Duration;

static PREVIEW: Mutex<Option<u32>> = Mutex::new(None);
static MADE: Condvar = Condvar::new();

// ANCHOR: awaits
fn awaits(photo: u32) -> Option<u32> {
    let limit = Duration::from_millis(2);
    let preview = PREVIEW.lock().unwrap();
    let (mut preview, _) = MADE
        .wait_timeout_while(preview, limit, |preview| *preview != Some(photo))
        .unwrap();
    preview.take_if(|preview| *preview == photo)
}
// ANCHOR_END: awaits

fn main() {
    let worker = thread::spawn(|| {
        for photo in [17, 18] {
            thread::sleep(Duration::from_millis(1));
            *PREVIEW.lock().unwrap() = Some(photo);
            MADE.notify_one();
        }
    });

    println!("{:?}", [17, 18].map(awaits));
    worker.join().unwrap();
}
