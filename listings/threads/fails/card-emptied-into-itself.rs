//! One gift card can't be both sides of a transfer
//!
//! If this compiled, `transfer`, taken at its word, would double what's on the card and then set it to 0, and the money
//! would be gone. But it was written, and compiled, in the belief that its two arguments are two different places.
//@ fixed-by: threads/card-emptied-into-another

fn transfer(from: &mut u32, to: &mut u32) {
    *to += *from;
    *from = 0;
}

fn main() {
    let mut card = 8;
    transfer(&mut card, &mut card); //~ E0499: cannot borrow `card` as mutable more than once at a time

    println!("on the card: {card}");
}
