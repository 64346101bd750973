//! A picture's rows are shared out to two threads, each row once
//@ schedules

use std::marker::PhantomData;
use std::thread;

/// Rows of a picture, borrowed for `'a`: here each row is one byte.
struct Strip<'a> {
    first: *mut u8,
    rows: usize,
    _borrowed: PhantomData<&'a mut [u8]>,
}

// SAFETY: no row is in two strips, so a strip is like a `&mut [u8]`.
unsafe impl Send for Strip<'_> {}

impl<'a> Strip<'a> {
    fn of(picture: &'a mut [u8]) -> Strip<'a> {
        Strip {
            first: picture.as_mut_ptr(),
            rows: picture.len(),
            _borrowed: PhantomData,
        }
    }

    // ANCHOR: split
    /// The rows above `middle`, and those from `middle` on.
    fn split(self, middle: usize) -> (Strip<'a>, Strip<'a>) {
        assert!(middle < self.rows);
        // ANCHOR: above
        let above = Strip {
            rows: middle,
            ..self
        };
        // ANCHOR_END: above
        let below = Strip {
            first: self.first.wrapping_add(middle),
            rows: self.rows - middle,
            ..self
        };
        (above, below)
    }
    // ANCHOR_END: split

    fn darken(self) {
        for row in 0..self.rows {
            // SAFETY: the row is one of this strip's, which no other strip has.
            unsafe { *self.first.add(row) /= 2 };
        }
    }
}

fn main() {
    let mut picture = [200, 100, 80, 40];
    let (above, below) = Strip::of(&mut picture).split(2);
    thread::scope(|scope| {
        scope.spawn(|| above.darken());
        below.darken();
    });
    println!("{picture:?}");
}
