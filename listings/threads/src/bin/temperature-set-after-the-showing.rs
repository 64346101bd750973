//! The loan ends with its last use, and writing is free again

fn main() {
    let mut temperature = 19;
    let shown = &temperature;

    println!("display: {shown}");
    temperature = 21;

    println!("sensor: {temperature}");
}
