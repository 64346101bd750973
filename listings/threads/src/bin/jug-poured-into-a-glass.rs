//! Two exclusive arguments are two different places

fn pour(from: &mut u32, into: &mut u32) {
    *into += *from;
    *from = 0;
}

fn main() {
    let (mut jug, mut glass) = (8, 1);
    pour(&mut jug, &mut glass);

    println!("in the jug: {jug}, in the glass: {glass}");
}
