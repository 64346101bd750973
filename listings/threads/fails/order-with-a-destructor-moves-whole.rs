//! A type with a destructor is captured whole
//!
//! If this compiled, the thread would free the dishes, and `main` would drop what remains of the order. Its destructor
//! would still speak of two dishes, which are gone, and after it the list would be freed a second time.
//@ fixed-by: threads/one-field-moves

use std::thread;

struct Order {
    customer: String,
    dishes: Vec<&'static str>,
}

impl Drop for Order {
    fn drop(&mut self) {
        println!("cleared: {} dishes", self.dishes.len());
    }
}

fn main() {
    let order = Order {
        customer: "Mr Finch".to_owned(),
        dishes: vec!["soup", "fish"],
    };

    let kitchen = thread::spawn(move || order.dishes.len());

    println!("customer: {}", order.customer); //~ E0382: borrow of moved value: `order`
    println!("dishes: {}", kitchen.join().unwrap());
}
