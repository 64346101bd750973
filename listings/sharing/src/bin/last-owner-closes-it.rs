//! One connection, with an owner on each of two threads

use std::sync::{Arc, Barrier};
use std::thread;

static MAIN_HAS_LET_GO: Barrier = Barrier::new(2);

struct Connection;

impl Drop for Connection {
    fn drop(&mut self) {
        println!("closed by {:?}", thread::current().name());
    }
}

fn main() {
    let connection = Arc::new(Connection);

    let shared = Arc::clone(&connection);
    let send_mails = move || {
        MAIN_HAS_LET_GO.wait();
        drop(shared);
    };
    let mailer = thread::Builder::new().name("mailer".to_owned());
    let mailer = mailer.spawn(send_mails).unwrap();

    drop(connection);
    println!("main has let go");
    MAIN_HAS_LET_GO.wait();
    mailer.join().unwrap();
}
