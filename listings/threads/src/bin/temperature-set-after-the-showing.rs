//! The loan ends with its last use, and writing is free again

fn main() {
    let mut temperature = 19;
    // ANCHOR: order
    let shown = &temperature;

    println!("display: {shown}");
    temperature = 21;
    // ANCHOR_END: order

    println!("sensor: {temperature}");
}
