//! A pointer into a vector that has moved to more room since
//@ undefined `use after free, 8 and 9`: 1

fn main() {
    let mut seats = vec![1, 2];
    let first = seats.as_ptr();
    println!("{}", unsafe { *first });
    seats.reserve(1000);
    println!("{}", unsafe { *first });
}
