//! A value can't be replaced while somebody's looking at it
//!
//! If this compiled, the display would hold a reference that promises a value at rest, and it'd change all the same.
//! The compiler may read it once and remember it, so the display could show 19 or 21. If there were a second thread,
//! the two could meet in the middle of a write.
//@ fixed-by: threads/temperature-set-after-the-showing

fn main() {
    let mut temperature = 19;
    let shown = &temperature;

    temperature = 21; //~ E0506: cannot assign to `temperature` because it is borrowed
    println!("display: {shown}");

    println!("sensor: {temperature}");
}
