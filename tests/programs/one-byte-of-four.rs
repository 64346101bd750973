//! One thread writes a number of four bytes, and another one byte of it
//@ undefined `data race, 11 and 19`:

use std::thread;

struct Bytes(*mut u8);
unsafe impl Send for Bytes {}

impl Bytes {
    fn write_third(self) {
        unsafe { *self.0.add(2) = 7 };
    }
}

fn main() {
    let number = Box::into_raw(Box::new(0_u32));
    let bytes = Bytes(number.cast());
    let thread = thread::spawn(move || bytes.write_third());
    unsafe { *number = 0x0101_0101 };
    thread.join().unwrap();
    println!("{}", unsafe { *number });
}
