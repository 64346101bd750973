//! One field, two levels down, keeps the order from travelling
//!
//! If this compiled, the name's count of owners would go to the kitchen. This order has the name's only owner, so all
//! would be well here. But the dining room could hold another owner of the same name and drop it while the kitchen
//! drops this one: both subtract from one plain number, and the name may be freed twice, or never.
//@ fixed-by: guarantees/order-that-may-travel

use std::rc::Rc;
use std::thread;

struct Guest {
    name: Rc<str>,
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
            name: Rc::from("Ida"),
        }),
        dishes: vec!["soup", "fish"],
    };

    let kitchen = thread::spawn(move || describe(&order)); //~ E0277: `Rc<str>` cannot be sent between threads safely
    println!("{}", kitchen.join().unwrap());
}
