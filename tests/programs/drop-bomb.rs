//! A drop bomb: a guard whose `Drop` panics if nobody has defused it
//@ returns: 1 2
//@ returns: 2 1

use std::thread;

struct Bomb {
    defused: bool,
}
impl Drop for Bomb {
    fn drop(&mut self) {
        if !self.defused && !thread::panicking() {
            panic!("not defused");
        }
    }
}

fn work(n: u32) {
    let mut bomb = Bomb { defused: false };
    print!("{n} ");
    bomb.defused = true;
}

fn main() {
    let a = thread::spawn(|| work(1));
    let b = thread::spawn(|| work(2));
    a.join().unwrap();
    b.join().unwrap();
    println!();
}
