//! An order goes to the kitchen

use std::sync::Arc;
use std::thread;

struct Guest {
    name: Arc<str>,
}

struct Order {
    guest: Option<Guest>,
    dishes: Vec<&'static str>,
}

fn describe(order: &Order) -> String {
    let name = order.guest.as_ref().map_or("nobody", |guest| &guest.name);
    format!("{} for {name}", order.dishes.join(" and "))
}

fn main() {
    let order = Order {
        guest: Some(Guest {
            name: Arc::from("Ida"),
        }),
        dishes: vec!["soup", "fish"],
    };

    let kitchen = thread::spawn(move || describe(&order));
    println!("{}", kitchen.join().unwrap());
}
