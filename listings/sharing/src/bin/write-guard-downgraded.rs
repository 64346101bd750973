//! The fare is set, and announced before anybody can set it again

use std::sync::{RwLock, RwLockWriteGuard};

fn main() {
    let fare = RwLock::new(3);

    let mut setting = fare.write().unwrap();
    *setting = 4;
    println!("a reader may come in: {}", fare.try_read().is_ok());

    let announcing = RwLockWriteGuard::downgrade(setting);
    println!("the fare is {announcing}");
    println!("a reader may come in: {}", fare.try_read().is_ok());
    println!("a writer may come in: {}", fare.try_write().is_ok());
}
