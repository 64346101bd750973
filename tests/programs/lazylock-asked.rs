//! A `LazyLock` can be asked whether its value is there, and shown
//@ returns: None LazyLock(<uninit>) | 7 Some(7) LazyLock(7) Some(8)

use std::sync::LazyLock;

fn main() {
    let mut seven = LazyLock::new(|| 7);
    println!("{:?} {seven:?}", LazyLock::get(&seven));
    let forced = *seven;
    print!("{forced} {:?} {seven:?} ", LazyLock::get(&seven));
    *LazyLock::force_mut(&mut seven) += 1;
    println!("{:?}", LazyLock::get_mut(&mut seven));
}
