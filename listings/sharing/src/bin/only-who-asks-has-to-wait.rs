//! `main` has the lock; one thread asks for it, another does not

use std::sync::Mutex;
use std::thread;

static OVEN: Mutex<&str> = Mutex::new("rolls");

fn bake() {
    let oven = OVEN.lock().unwrap();
    println!("baker: {oven} are in the oven");
}

fn sweep() {
    println!("sweeper: the floor is clean");
}

fn main() {
    let mut oven = OVEN.lock().unwrap();
    let baker = thread::spawn(bake);
    let sweeper = thread::spawn(sweep);

    sweeper.join().unwrap();
    println!("main: the oven is mine");
    *oven = "cakes";
    drop(oven);

    baker.join().unwrap();
}
