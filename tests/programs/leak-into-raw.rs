//! What `Box::into_raw` has given, and nobody takes back
//@ returns: 7
//@ leaks: 6, 4 bytes

fn main() {
    let bowl = Box::into_raw(Box::new(7_u32));
    let served = unsafe { *bowl };
    println!("{served}");
}
