//! A plugin that owns a server that owns the plugin

use std::sync::{Arc, Mutex};

struct Plugin {
    server: Mutex<Option<Arc<Server>>>,
}

struct Server {
    plugin: Arc<Plugin>,
}

impl Drop for Server {
    fn drop(&mut self) {
        println!("the server is shut down");
    }
}

fn serve() {
    let plugin = Arc::new(Plugin {
        server: Mutex::new(None),
    });
    let server = Arc::new(Server {
        plugin: Arc::clone(&plugin),
    });
    *plugin.server.lock().unwrap() = Some(Arc::clone(&server));

    println!("plugin: {} owners", Arc::strong_count(&server.plugin));
}

fn main() {
    serve();
    println!("the day is over");
}
