//! A task for any kind of mailer whose future may move

use tokio::task::JoinHandle;

// ANCHOR: mailer
trait Mailer {
    fn send(&self, name: &str) -> impl Future<Output = ()> + Send;
}
// ANCHOR_END: mailer

struct Printer;

impl Mailer for Printer {
    async fn send(&self, name: &str) {
        println!("printed for {name}");
    }
}

fn start<M: Mailer + Send + Sync + 'static>(mailer: M) -> JoinHandle<()> {
    tokio::spawn(async move { mailer.send("Ada").await })
}

#[tokio::main]
async fn main() {
    start(Printer).await.unwrap();
}
