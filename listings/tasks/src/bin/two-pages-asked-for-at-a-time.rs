//! Two pages are asked for at a time

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

    // ANCHOR: poll
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
    // ANCHOR_END: poll
}

async fn ask(page: u32) -> u32 {
    sleep(Duration::from_millis(200)).await;
    page
}

#[tokio::main(flavor = "current_thread", start_paused = true)]
async fn main() {
    let start = Instant::now();
    let requests = (1..=3).map(ask);
    let under_way = Vec::new();
    let mut pages = TwoAtATime {
        requests,
        under_way,
    };
    while let Some(page) = next(&mut pages).await {
        println!("page {page}");
    }
    println!("all: {} ms", start.elapsed().as_millis());
}
