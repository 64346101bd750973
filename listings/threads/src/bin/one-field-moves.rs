//! A thread uses one field of a struct

use std::thread;

struct Order {
    customer: String,
    dishes: Vec<&'static str>,
}

fn main() {
    let order = Order {
        customer: "Mr Finch".to_owned(),
        dishes: vec!["soup", "fish"],
    };

    let kitchen = thread::spawn(move || order.dishes.len());

    println!("customer: {}", order.customer);
    println!("dishes: {}", kitchen.join().unwrap());
}
