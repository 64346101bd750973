//! One cellar, as the place to take from and the place to bring to
//@ hangs
//@ schedules

use std::sync::Mutex;

type Cellar = Mutex<Vec<&'static str>>;

fn carry(from: &Cellar, to: &Cellar) {
    let mut from = from.lock().unwrap();
    let mut to = to.lock().unwrap();
    to.extend(from.pop());
}

fn main() {
    let cellar = Mutex::new(vec!["cider", "perry"]);
    println!("{} bottles", cellar.lock().unwrap().len());

    carry(&cellar, &cellar);
    println!("{} bottles", cellar.lock().unwrap().len());
}
