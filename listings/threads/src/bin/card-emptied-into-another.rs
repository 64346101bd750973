//! Two exclusive arguments are two different places

fn transfer(from: &mut u32, to: &mut u32) {
    *to += *from;
    *from = 0;
}

// ANCHOR: main
fn main() {
    let (mut card, mut other) = (8, 1);
    transfer(&mut card, &mut other);

    println!("on the card: {card}, on the other: {other}");
}
// ANCHOR_END: main
