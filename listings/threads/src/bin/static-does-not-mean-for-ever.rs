//! A candle where `'static` is demanded

use std::thread;

struct Candle;

impl Drop for Candle {
    fn drop(&mut self) {
        println!("the candle is out");
    }
}

fn burn<T: Send + 'static>(candle: T) {
    let table = thread::spawn(move || drop(candle));
    table.join().unwrap();
}

fn main() {
    burn(Candle);
    println!("the evening goes on");
}
