//! Four thousand thumbnails are retouched as soon as their owner is alone

use std::hint;
use std::mem::ManuallyDrop;
use std::ops::Deref;
use std::process;
use std::ptr::{self, NonNull};
use std::sync::atomic::AtomicUsize;
use std::sync::atomic::Ordering::{Acquire, Relaxed, Release};
use std::sync::atomic::fence;
use std::sync::mpsc;
use std::thread;

// ANCHOR: types
// More owners or hints than this are too many.
const LIMIT: usize = usize::MAX / 2;
// No number of hints: whoever wants to make one has to wait.
const CLOSED: usize = usize::MAX;

struct Counts {
    owners: AtomicUsize,
    // All owners together have one of them.
    hints: AtomicUsize,
}

struct OnHeap<T> {
    counts: Counts,
    value: T,
}

pub struct Shared<T>(NonNull<OnHeap<T>>);
pub struct Hint<T>(NonNull<OnHeap<T>>);

// SAFETY: each owner lends out a `&T`, and the last one drops the value: the
// others' Release happens before its Acquire. A hint can become an owner.
unsafe impl<T: Send + Sync> Send for Shared<T> {}
unsafe impl<T: Send + Sync> Sync for Shared<T> {}
unsafe impl<T: Send + Sync> Send for Hint<T> {}
unsafe impl<T: Send + Sync> Sync for Hint<T> {}
// ANCHOR_END: types

// ANCHOR: owners
impl<T> Shared<T> {
    pub fn new(value: T) -> Self {
        let (owners, hints) = (AtomicUsize::new(1), AtomicUsize::new(1));
        let counts = Counts { owners, hints };
        Shared(NonNull::from(Box::leak(Box::new(OnHeap { counts, value }))))
    }

    fn counts(&self) -> &Counts {
        // SAFETY: the memory is there as long as something counts.
        unsafe { &(*self.0.as_ptr()).counts }
    }
}

impl<T> Clone for Shared<T> {
    fn clone(&self) -> Self {
        if self.counts().owners.fetch_add(1, Relaxed) > LIMIT {
            process::abort();
        }
        Shared(self.0)
    }
}

impl<T> Deref for Shared<T> {
    type Target = T;

    fn deref(&self) -> &T {
        // SAFETY: the value is there as long as one owner counts.
        unsafe { &(*self.0.as_ptr()).value }
    }
}

impl<T> Drop for Shared<T> {
    fn drop(&mut self) {
        if self.counts().owners.fetch_sub(1, Release) == 1 {
            fence(Acquire);
            // The common hint, given back when the value has been dropped.
            let _hint = Hint(self.0);
            // SAFETY: this was the last owner, and no hint finds one any more.
            // What the others did with Release happens before the fence.
            unsafe { ptr::drop_in_place(&raw mut (*self.0.as_ptr()).value) };
        }
    }
}
// ANCHOR_END: owners

// ANCHOR: hints
impl<T> Hint<T> {
    fn counts(&self) -> &Counts {
        // SAFETY: the memory is there as long as something counts.
        unsafe { &(*self.0.as_ptr()).counts }
    }

    pub fn find(&self) -> Option<Shared<T>> {
        let one_more = |owners| (owners > 0).then_some(owners + 1);
        let owners = self
            .counts()
            .owners
            .fetch_update(Relaxed, Relaxed, one_more);
        if owners.ok()? > LIMIT {
            process::abort();
        }
        Some(Shared(self.0))
    }
}

impl<T> Drop for Hint<T> {
    fn drop(&mut self) {
        if self.counts().hints.fetch_sub(1, Release) == 1 {
            fence(Acquire);
            let on_heap = self.0.as_ptr().cast::<ManuallyDrop<OnHeap<T>>>();
            // SAFETY: nothing counts any more, and the value has been dropped.
            // All uses of the memory happen before the fence.
            drop(unsafe { Box::from_raw(on_heap) });
        }
    }
}
// ANCHOR_END: hints

// ANCHOR: alone
impl<T> Shared<T> {
    // ANCHOR: hint
    pub fn hint(this: &Self) -> Hint<T> {
        let one_more = |hints| (hints != CLOSED).then(|| hints + 1);
        loop {
            match this.counts().hints.fetch_update(Acquire, Relaxed, one_more) {
                Ok(hints) if hints > LIMIT => process::abort(),
                Ok(_) => return Hint(this.0),
                Err(_) => hint::spin_loop(),
            }
        }
    }
    // ANCHOR_END: hint

    // ANCHOR: get_mut
    pub fn get_mut(this: &mut Self) -> Option<&mut T> {
        let Counts { owners, hints } = this.counts();
        hints.compare_exchange(1, CLOSED, Acquire, Relaxed).ok()?;
        let is_alone = owners.load(Acquire) == 1;
        hints.store(1, Release);
        // SAFETY: there was no hint and no other owner, and none can be made of
        // this one while it's lent. What they did happens before the Acquires.
        is_alone.then(|| unsafe { &mut (*this.0.as_ptr()).value })
    }
    // ANCHOR_END: get_mut
}
// ANCHOR_END: alone

static ALIVE: AtomicUsize = AtomicUsize::new(0);

struct Thumbnail {
    retouched: bool,
}

impl Thumbnail {
    fn make() -> Self {
        ALIVE.fetch_add(1, Relaxed);
        Thumbnail { retouched: false }
    }
}

impl Drop for Thumbnail {
    fn drop(&mut self) {
        ALIVE.fetch_sub(1, Relaxed);
    }
}

// ANCHOR: main
fn retouch(pages: mpsc::Sender<Shared<Thumbnail>>) -> usize {
    let retouch_one = |_: &usize| {
        let mut thumbnail = Shared::new(Thumbnail::make());
        pages.send(thumbnail.clone()).unwrap();
        while Shared::get_mut(&mut thumbnail).is_none() {
            hint::spin_loop();
        }
        let alone = Shared::get_mut(&mut thumbnail).unwrap();
        alone.retouched = true;
        thumbnail.retouched
    };
    (0..2_000).filter(retouch_one).count()
}

fn show(thumbnails: mpsc::Receiver<Shared<Thumbnail>>) -> usize {
    // ANCHOR: show
    let is_fresh = |thumbnail: Shared<Thumbnail>| {
        let hint = Shared::hint(&thumbnail);
        drop(thumbnail);
        let found = hint.find();
        drop(hint);
        found.is_some_and(|found| !found.retouched)
    };
    // ANCHOR_END: show
    thumbnails
        .into_iter()
        .map(is_fresh)
        .filter(|&fresh| fresh)
        .count()
}

fn main() {
    thread::scope(|scope| {
        for _ in 0..2 {
            let (pages, thumbnails) = mpsc::channel();
            let page = scope.spawn(|| show(thumbnails));
            println!(
                "retouched: {}",
                scope.spawn(|| retouch(pages)).join().unwrap()
            );
            println!("shown before that: {}", page.join().unwrap());
        }
    });
    println!("alive: {}", ALIVE.load(Relaxed));
}
// ANCHOR_END: main
