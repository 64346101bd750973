//! A list cannot grow while a loop reads it
//!
//! If this compiled, `push` could need more room, move all orders to a larger block and free the old one. The loop would go on
//! reading the old block: orders that have been freed, or whatever has been stored in their place since.
//@ fixed-by: threads/orders-grow-after-the-reading

fn main() {
    let mut orders = vec![("soup", 2), ("fish", 1)];

    for (dish, portions) in &orders {
        if *portions > 1 {
            println!("{dish} once more");
            orders.push((dish, 1)); //~ E0502: cannot borrow `orders` as mutable
        }
    }

    println!("{} orders", orders.len());
}
