//! A `for` over a receiver takes the receiver
//!
//! If this compiled, the loop would have dropped its receiver when it ended, and with it the channel: the sender was gone
//! already. The last line would look for a message in a queue whose memory has been freed.
//@ fixed-by: messages/shop-lent-to-the-loop

use std::sync::mpsc;

fn main() {
    let (oven, shop) = mpsc::channel();
    oven.send("rye").unwrap();
    drop(oven);

    for loaf in shop {
        println!("sold: {loaf}");
    }
    println!("anything left: {:?}", shop.try_recv()); //~ E0382: borrow of moved value: `shop`
}
