//! A version is set, and announced before anybody can set it again

use std::sync::{RwLock, RwLockWriteGuard};

fn main() {
    let version = RwLock::new(3);

    let mut setting = version.write().unwrap();
    *setting = 4;
    println!("a reader may come in: {}", version.try_read().is_ok());

    let announcing = RwLockWriteGuard::downgrade(setting);
    println!("the cache is at version {announcing}");
    println!("a reader may come in: {}", version.try_read().is_ok());
    println!("a writer may come in: {}", version.try_write().is_ok());
}
