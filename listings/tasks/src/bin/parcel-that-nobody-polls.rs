//! A parcel is packed by an `async fn` that has been called

async fn pack(what: &str) {
    println!("packed: {what}");
}

fn main() {
    let parcel = pack("a lamp");
    println!("the order is taken");
    drop(parcel);
    println!("the shop is closed");
}
