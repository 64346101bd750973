//! One configuration, and a clone of its `Arc`

use std::sync::Arc;

fn main() {
    let config = Arc::new(String::from("port 8080"));
    println!("owners: {}", Arc::strong_count(&config));

    let web = Arc::clone(&config);
    println!("owners: {}", Arc::strong_count(&config));
    println!("one value: {}", Arc::ptr_eq(&config, &web));

    drop(config);
    println!("owners: {}", Arc::strong_count(&web));
    println!("{web}");
}
