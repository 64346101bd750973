//! Two neighbours with a key to each other's house

use std::sync::{Arc, Mutex};

struct House {
    name: &'static str,
    key_to: Mutex<Option<Arc<House>>>,
}

impl Drop for House {
    fn drop(&mut self) {
        println!("{} cleared", self.name);
    }
}

fn build(name: &'static str) -> Arc<House> {
    Arc::new(House {
        name,
        key_to: Mutex::new(None),
    })
}

fn main() {
    let (left, right, cabin) = (build("left"), build("right"), build("cabin"));

    *left.key_to.lock().unwrap() = Some(Arc::clone(&right));
    *right.key_to.lock().unwrap() = Some(Arc::clone(&left));
    *cabin.key_to.lock().unwrap() = Some(Arc::clone(&left));

    println!("all built");
}
