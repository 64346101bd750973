//! A `try_lock` that succeeds orders as `lock` does, and one that fails orders nothing
//@ returns: in: 0
//@ returns: in: 2
//@ undefined `data race, 19 and 22`:

use std::cell::UnsafeCell;
use std::sync::Mutex;
use std::thread;

struct Room(UnsafeCell<u32>);
unsafe impl Sync for Room {}

static DOOR: Mutex<()> = Mutex::new(());
static ROOM: Room = Room(UnsafeCell::new(0));

fn main() {
    let other = thread::spawn(|| {
        let _door = DOOR.lock().unwrap();
        unsafe { *ROOM.0.get() += 2 };
    });
    let door = DOOR.try_lock();
    let seen = unsafe { *ROOM.0.get() };
    if door.is_ok() {
        println!("in: {seen}");
    }
    drop(door);
    other.join().unwrap();
}
