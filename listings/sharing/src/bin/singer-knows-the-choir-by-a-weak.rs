//! A singer who only knows the choir

use std::sync::{Arc, Mutex, Weak};

struct Singer {
    choir: Mutex<Weak<Choir>>,
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
        choir: Mutex::new(Weak::new()),
    });
    let choir = Arc::new(Choir {
        singer: Arc::clone(&singer),
    });
    *singer.choir.lock().unwrap() = Arc::downgrade(&choir);

    println!("owners of the singer: {}", Arc::strong_count(&choir.singer));
}

fn main() {
    concert();
    println!("the concert is over");
}
