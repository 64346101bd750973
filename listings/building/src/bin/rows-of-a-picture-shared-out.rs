//! A picture's rows are shared out to two threads that darken them
//!
//! Row 2 belongs to both strips. Both threads read and write it, in the line with the `unsafe`, and nothing puts the one before the other. The mistake isn't in that line: it is in `split`, which contains no `unsafe` at all.
//@ races
//@ schedules

// Undefined behaviour: a row is in both strips.

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

    // ANCHOR: rows
    /// The rows above `middle`, and those from `middle` on.
    fn split(self, middle: usize) -> (Strip<'a>, Strip<'a>) {
        assert!(middle < self.rows);
        let above = Strip {
            rows: middle + 1,
            ..self
        };
        let below = Strip {
            first: self.first.wrapping_add(middle),
            rows: self.rows - middle,
            ..self
        };
        (above, below)
    }

    fn darken(self) {
        for row in 0..self.rows {
            // SAFETY: the row is one of this strip's, which no other strip has.
            unsafe { *self.first.add(row) /= 2 };
        }
    }
    // ANCHOR_END: rows
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
