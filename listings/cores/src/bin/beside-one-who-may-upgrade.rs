//! Who may come in beside an upgradable reader

use parking_lot::RwLock;

fn main() {
    // ANCHOR: asking
    let prices = RwLock::new(vec!["Riesling"]);
    let _looking = prices.upgradable_read();
    println!("to look: {}", prices.try_read().is_some());
    println!(
        "to look and perhaps write: {}",
        prices.try_upgradable_read().is_some()
    );
    println!("to write: {}", prices.try_write().is_some());
    // ANCHOR_END: asking
}
