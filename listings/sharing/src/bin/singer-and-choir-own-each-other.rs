//! A singer who owns a choir that owns the singer

use std::sync::{Arc, Mutex};

struct Singer {
    choir: Mutex<Option<Arc<Choir>>>,
}

struct Choir {
    singer: Arc<Singer>,
}

impl Drop for Choir {
    fn drop(&mut self) {
        println!("the choir is dissolved");
    }
}

fn concert() {
    let singer = Arc::new(Singer {
        choir: Mutex::new(None),
    });
    let choir = Arc::new(Choir {
        singer: Arc::clone(&singer),
    });
    *singer.choir.lock().unwrap() = Some(Arc::clone(&choir));

    println!("owners of the singer: {}", Arc::strong_count(&choir.singer));
}

fn main() {
    concert();
    println!("the concert is over");
}
