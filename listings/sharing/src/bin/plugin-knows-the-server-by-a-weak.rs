//! A plugin that only knows the server

use std::sync::{Arc, Mutex, Weak};

struct Plugin {
    server: Mutex<Weak<Server>>,
}

struct Server {
    plugin: Arc<Plugin>,
}

impl Drop for Server {
    fn drop(&mut self) {
        println!("the server is shut down");
    }
}

// ANCHOR: serve
fn serve() {
    let plugin = Arc::new(Plugin {
        server: Mutex::new(Weak::new()),
    });
    let server = Arc::new(Server {
        plugin: Arc::clone(&plugin),
    });
    *plugin.server.lock().unwrap() = Arc::downgrade(&server);

    println!("plugin: {} owners", Arc::strong_count(&server.plugin));
}
// ANCHOR_END: serve

fn main() {
    serve();
    println!("the day is over");
}
