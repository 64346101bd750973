//! Read to the end, then write

fn main() {
    let mut orders = vec![("soup", 2), ("fish", 1)];

    // ANCHOR: reading
    let mut extra = Vec::new();
    for (dish, portions) in &orders {
        if *portions > 1 {
            println!("{dish} once more");
            extra.push((*dish, 1));
        }
    }

    orders.append(&mut extra);
    // ANCHOR_END: reading
    println!("{} orders", orders.len());
}
