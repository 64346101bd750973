//! New hosts are stored during a request

use arc_swap::ArcSwap;
use std::sync::Arc;

struct Hosts(&'static str);

impl Drop for Hosts {
    fn drop(&mut self) {
        println!("freed: {}", self.0);
    }
}

fn main() {
    let hosts = ArcSwap::from_pointee(Hosts("lyon"));
    let request = hosts.load();
    hosts.store(Arc::new(Hosts("rome")));
    println!("stored");
    println!("request to {}", request.0);
    drop(request);
    println!("next to {}", hosts.load().0);
}
