//! A camera sends 30,000 frames through a ring of 64 slots

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread;

// ANCHOR: types
struct Ring<T, const N: usize> {
    slots: [UnsafeCell<MaybeUninit<T>>; N],
    put: AtomicUsize,
    taken: AtomicUsize,
    is_closed: AtomicBool,
}

// SAFETY: there's one `Putter` and one `Taker`, and each puts or takes with
// `&mut self`. A slot belongs to the putter until the photo in it counts as put,
// and to the taker until it counts as taken. Photos go from thread to thread.
unsafe impl<T: Send, const N: usize> Sync for Ring<T, N> {}

struct Putter<T, const N: usize>(Arc<Ring<T, N>>);
struct Taker<T, const N: usize>(Arc<Ring<T, N>>);

fn ring<T, const N: usize>() -> (Putter<T, N>, Taker<T, N>) {
    assert!(N.is_power_of_two(), "a ring of 1, 2, 4, 8 … slots");
    let ring = Arc::new(Ring {
        slots: [const { UnsafeCell::new(MaybeUninit::uninit()) }; N],
        put: AtomicUsize::new(0),
        taken: AtomicUsize::new(0),
        is_closed: AtomicBool::new(false),
    });
    (Putter(Arc::clone(&ring)), Taker(ring))
}
// ANCHOR_END: types

// ANCHOR: handles
impl<T, const N: usize> Putter<T, N> {
    fn put(&mut self, item: T) -> Result<(), T> {
        let ring = &*self.0;
        let put = ring.put.load(Ordering::Relaxed);
        if put.wrapping_sub(ring.taken.load(Ordering::Acquire)) == N {
            return Err(item);
        }
        // SAFETY: this is the only putter. The slot is new, or what was in it
        // was moved out before the Release in `take`, which the Acquire has read.
        unsafe { (*ring.slots[put % N].get()).write(item) };
        ring.put.store(put.wrapping_add(1), Ordering::Release);
        Ok(())
    }
}

impl<T, const N: usize> Taker<T, N> {
    fn take(&mut self) -> Option<T> {
        let ring = &*self.0;
        let taken = ring.taken.load(Ordering::Relaxed);
        if ring.put.load(Ordering::Acquire) == taken {
            return None;
        }
        // SAFETY: this is the only taker. The item was written before the
        // Release in `put`, which the Acquire has read, and it's taken once.
        let item = unsafe { (*ring.slots[taken % N].get()).assume_init_read() };
        ring.taken.store(taken.wrapping_add(1), Ordering::Release);
        Some(item)
    }

    // ANCHOR: wait
    fn wait(&mut self) -> Option<T> {
        loop {
            let is_closed = self.0.is_closed.load(Ordering::Acquire);
            if let Some(item) = self.take() {
                return Some(item);
            }
            if is_closed {
                return None;
            }
            thread::yield_now();
        }
    }
    // ANCHOR_END: wait
}
// ANCHOR_END: handles

// ANCHOR: drop
impl<T, const N: usize> Drop for Ring<T, N> {
    fn drop(&mut self) {
        let (mut taken, put) = (*self.taken.get_mut(), *self.put.get_mut());
        while taken != put {
            // SAFETY: these have been put and not taken, and both handles are gone.
            unsafe { self.slots[taken % N].get_mut().assume_init_drop() };
            taken = taken.wrapping_add(1);
        }
    }
}
// ANCHOR_END: drop

// ANCHOR: closing
impl<T, const N: usize> Drop for Putter<T, N> {
    fn drop(&mut self) {
        self.0.is_closed.store(true, Ordering::Release);
    }
}
// ANCHOR_END: closing

// ANCHOR: main
fn main() {
    let (mut camera, mut album) = ring::<Box<u64>, 64>();
    let thread = thread::spawn(move || {
        for frame in 0..30_000 {
            let mut frame = Box::new(frame);
            while let Err(back) = camera.put(frame) {
                frame = back;
                thread::yield_now();
            }
        }
    });

    let mut in_order = 0;
    while let Some(frame) = album.wait() {
        in_order += u64::from(*frame == in_order);
    }
    thread.join().unwrap();
    println!("frames in order: {in_order}");
}
// ANCHOR_END: main
