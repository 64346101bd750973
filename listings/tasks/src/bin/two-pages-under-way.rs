//! Two pages are under way at a time, and the shop stores each of them

use std::future::poll_fn;
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::time::{Instant, sleep};

trait Stream {
    type Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>>;
}

fn next<S: Stream + Unpin>(stream: &mut S) -> impl Future<Output = Option<S::Item>> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context))
}

struct TwoAtATime<I, F> {
    requests: I,
    under_way: Vec<Pin<Box<F>>>,
}

impl<I, F> Stream for TwoAtATime<I, F>
where
    I: Iterator<Item = F> + Unpin,
    F: Future,
{
    type Item = F::Output;

    fn poll_next(mut self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<F::Output>> {
        while self.under_way.len() < 2
            && let Some(request) = self.requests.next()
        {
            self.under_way.push(Box::pin(request));
        }
        if self.under_way.is_empty() {
            return Poll::Ready(None);
        }
        for place in 0..self.under_way.len() {
            if let Poll::Ready(page) = self.under_way[place].as_mut().poll(context) {
                drop(self.under_way.remove(place));
                return Poll::Ready(Some(page));
            }
        }
        Poll::Pending
    }
}

async fn ask(page: u32) -> u32 {
    sleep(Duration::from_millis(200)).await;
    page
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    // ANCHOR: main
    let requests = (1..=3).map(ask);
    let under_way = Vec::new();
    let mut pages = TwoAtATime {
        requests,
        under_way,
    };
    while let Some(page) = next(&mut pages).await {
        println!("page {page}");
        sleep(Duration::from_secs(1)).await;
    }
    println!("all: {} ms", start.elapsed().as_millis());
    // ANCHOR_END: main
}
