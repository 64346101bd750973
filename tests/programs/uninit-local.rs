//! A local variable that nothing has been written to, read through a pointer
//@ undefined `read of memory never written, 9`:

use std::mem::MaybeUninit;

fn main() {
    let mut seat = MaybeUninit::<u32>::uninit();
    let seat = seat.as_mut_ptr();
    let taken = unsafe { *seat };
    println!("{taken}");
}
