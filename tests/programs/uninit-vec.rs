//! A vector that is said to be longer than what has been written to it
//@ undefined `read of memory never written, 9`: 4

fn main() {
    let mut seats: Vec<u32> = Vec::with_capacity(2);
    seats.push(4);
    unsafe { seats.set_len(2) };
    println!("{}", seats[0]);
    let second = seats[1];
    println!("{second}");
}
