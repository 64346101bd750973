//! A task for any kind of mailer
//!
//! If this compiled, nothing would go wrong with the mailer of this program. But `start` accepts any, and the next one
//! could hold an `Rc` across its `.await`, whose count two workers could then change at once.
//@ fixed-by: tasks/mailer-whose-future-may-move

use tokio::task::JoinHandle;

// ANCHOR: mailer
trait Mailer {
    async fn send(&self, name: &str);
}

struct Printer;

impl Mailer for Printer {
    async fn send(&self, name: &str) {
        println!("printed for {name}");
    }
}

fn start<M: Mailer + Send + Sync + 'static>(mailer: M) -> JoinHandle<()> {
    tokio::spawn(async move { mailer.send("Ada").await }) //~ error: future cannot be sent between threads safely
}
// ANCHOR_END: mailer

#[tokio::main]
async fn main() {
    start(Printer).await.unwrap();
}
