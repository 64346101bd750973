//! A stream whose pages are all there already

use std::future::poll_fn;
use std::ops::RangeInclusive;
use std::pin::Pin;
use std::task::{Context, Poll};

// ANCHOR: stream
trait Stream {
    type Item;

    fn poll_next(self: Pin<&mut Self>, context: &mut Context<'_>) -> Poll<Option<Self::Item>>;
}

fn next<S: Stream + Unpin>(stream: &mut S) -> impl Future<Output = Option<S::Item>> {
    poll_fn(|context| Pin::new(&mut *stream).poll_next(context))
}
// ANCHOR_END: stream

struct Kept {
    pages: RangeInclusive<u32>,
}

impl Stream for Kept {
    type Item = u32;

    fn poll_next(mut self: Pin<&mut Self>, _: &mut Context<'_>) -> Poll<Option<u32>> {
        Poll::Ready(self.pages.next())
    }
}

#[tokio::main(flavor = "current_thread")]
async fn main() {
    let mut pages = Kept { pages: 1..=3 };
    while let Some(page) = next(&mut pages).await {
        println!("page {page}");
    }
}
