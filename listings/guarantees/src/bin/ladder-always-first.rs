//! Two neighbours, and the ladder first
//@ schedules

use std::sync::Mutex;
use std::thread;

static LADDER: Mutex<()> = Mutex::new(());
static ROPE: Mutex<()> = Mutex::new(());

fn main() {
    let ida = thread::spawn(|| {
        let _ladder = LADDER.lock().unwrap();
        let _rope = ROPE.lock().unwrap();
    });
    let jon = thread::spawn(|| {
        let _ladder = LADDER.lock().unwrap();
        let _rope = ROPE.lock().unwrap();
    });

    ida.join().unwrap();
    jon.join().unwrap();
    println!("both trees are pruned");
}
