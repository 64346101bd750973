//! A value is read through a pointer after its box has been dropped, in one thread
//@ undefined `use after free, 7 and 8`: 8

fn main() {
    let coat = Box::into_raw(Box::new(8));
    println!("{}", unsafe { *coat });
    drop(unsafe { Box::from_raw(coat) });
    println!("{}", unsafe { *coat });
}
