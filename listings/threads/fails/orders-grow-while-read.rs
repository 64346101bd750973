//! A list can't grow while a loop reads it
//!
//! If this compiled, `push` would find no room, and could move all the orders to a larger block and free the old one.
//! The loop would go on there: with orders that have been freed, or whatever's been stored in their place since.
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
