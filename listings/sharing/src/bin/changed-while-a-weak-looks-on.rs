//! `make_mut`, and a `Weak` that leads to the same programme

use std::sync::Arc;

struct Programme(Vec<&'static str>);

impl Clone for Programme {
    fn clone(&self) -> Programme {
        println!("a second programme is made");
        Programme(self.0.clone())
    }
}

fn main() {
    let mut hall = Arc::new(Programme(vec!["Dawn"]));
    let office = Arc::downgrade(&hall);

    Arc::make_mut(&mut hall).0.push("Dusk");

    println!("{} songs in the hall", hall.0.len());
    println!("found by the office: {}", office.upgrade().is_some());
}
