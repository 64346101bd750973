//! A catalogue is asked for page by page, and the shop is busy at first

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Instant, Sleep, sleep};

trait Stream {
    type Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>>;
}

fn next<S: Stream + Unpin>(stream: &mut S) -> impl Future<Output = Option<S::Item>> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context))
}

#[derive(Default)]
struct Catalogue {
    received: u32,
    answer: Option<Pin<Box<Sleep>>>,
}

impl Stream for Catalogue {
    type Item = u32;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<u32>> {
        if self.received == 3 {
            return Poll::Ready(None);
        }
        let ask = || Box::pin(sleep(Duration::from_millis(100)));
        let answer = self.answer.get_or_insert_with(ask);
        if answer.as_mut().poll(context).is_pending() {
            return Poll::Pending;
        }
        self.answer = None;
        self.received += 1;
        Poll::Ready(Some(self.received))
    }
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    // ANCHOR: main
    let mut pages = Catalogue::default();
    sleep(Duration::from_secs(1)).await;
    while let Some(page) = next(&mut pages).await {
        println!("{} ms: page {page}", start.elapsed().as_millis());
    }
    // ANCHOR_END: main
}
