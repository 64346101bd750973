//! `Box::from_raw` twice with one pointer: both boxes believe that they own it
//@ undefined `double free, 6 and 7`:

fn main() {
    let ticket = Box::into_raw(Box::new(31));
    drop(unsafe { Box::from_raw(ticket) });
    drop(unsafe { Box::from_raw(ticket) });
    println!("twice");
}
