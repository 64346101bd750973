//! `make_mut`, and a `Weak` that leads to the same configuration

use std::sync::Arc;

struct Config(Vec<&'static str>);

impl Clone for Config {
    fn clone(&self) -> Config {
        println!("a second config is made");
        Config(self.0.clone())
    }
}

fn main() {
    let mut config = Arc::new(Config(vec!["search"]));
    let plugin = Arc::downgrade(&config);

    Arc::make_mut(&mut config).0.push("export");

    println!("{} features in the config", config.0.len());
    println!("found by the plugin: {}", plugin.upgrade().is_some());
}
