//! A camera puts two photos into a ring through a handle, and an album takes them through another
//@ schedules

use std::cell::UnsafeCell;
use std::mem::MaybeUninit;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::{iter, thread};

// ANCHOR: types
struct Ring<T, const N: usize> {
    slots: [UnsafeCell<MaybeUninit<T>>; N],
    put: AtomicUsize,
    taken: AtomicUsize,
}

// SAFETY: there's one `Putter` and one `Taker`, and each puts or takes with
// `&mut self`. A slot belongs to the putter until the photo in it counts as put,
// and to the taker until it counts as taken. Photos go from thread to thread.
unsafe impl<T: Send, const N: usize> Sync for Ring<T, N> {}

struct Putter<T, const N: usize>(Arc<Ring<T, N>>);
struct Taker<T, const N: usize>(Arc<Ring<T, N>>);

fn ring<T, const N: usize>() -> (Putter<T, N>, Taker<T, N>) {
    let ring = Arc::new(Ring {
        slots: [const { UnsafeCell::new(MaybeUninit::uninit()) }; N],
        put: AtomicUsize::new(0),
        taken: AtomicUsize::new(0),
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

// ANCHOR: main
fn main() {
    let (mut camera, mut album) = ring::<String, 2>();
    let thread = thread::spawn(move || {
        camera.put(String::from("lake.jpg")).unwrap();
        camera.put(String::from("hill.jpg")).unwrap();
    });

    let early = album.take().is_some();
    thread.join().unwrap();
    let late = iter::from_fn(|| album.take()).count();
    println!("photos: {}", late + usize::from(early));
}
// ANCHOR_END: main
