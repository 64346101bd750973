//! How a thread dawdles.
//!
//! Each thread has a pace of its own. An even one, with a few pauses everywhere, would seldom have one thread do all of
//! its work before another begins; so some threads hurry, and some stop before nearly every step.

use fastrand::Rng;
use std::cell::Cell;
use std::hint::spin_loop;
use std::thread::{sleep, yield_now};
use std::time::{Duration, Instant};

/// How long a pause may be. Longer ones would reach little more, and cost more.
const SPIN: Duration = Duration::from_micros(20);
const SLEEP: Duration = Duration::from_micros(300);

/// Out of how many steps, on average, a thread pauses before one.
const PACES: [u32; 3] = [2, 6, 40];

struct Pace {
    draws: Rng,
    out_of: u32,
}

thread_local! {
    // A thread that nobody gave a pace does not dawdle.
    static PACE: Cell<Option<Pace>> = const { Cell::new(None) };
}

/// Gives the calling thread its pace.
pub(crate) fn begin(seed: u64) {
    let mut draws = Rng::with_seed(seed);
    let out_of = PACES[draws.usize(..PACES.len())];
    PACE.set(Some(Pace { draws, out_of }));
}

/// The seed for a thread that the calling one is about to start.
pub(crate) fn seed_of_a_child() -> u64 {
    draw(|pace| pace.draws.u64(..)).unwrap_or_default()
}

/// Dawdles, or does not.
pub(crate) fn pause() {
    enum Pause {
        Yield,
        Spin(Duration),
        Sleep(Duration),
    }
    let drawn = draw(|Pace { draws, out_of }| {
        (draws.u32(..*out_of) == 0).then(|| match draws.u32(..3) {
            0 => Pause::Yield,
            1 => Pause::Spin(SPIN.mul_f32(draws.f32())),
            _ => Pause::Sleep(SLEEP.mul_f32(draws.f32())),
        })
    });
    match drawn.flatten() {
        None => {}
        Some(Pause::Yield) => yield_now(),
        Some(Pause::Spin(time)) => {
            let began = Instant::now();
            while began.elapsed() < time {
                spin_loop();
            }
        }
        Some(Pause::Sleep(time)) => sleep(time),
    }
}

fn draw<T>(from: impl FnOnce(&mut Pace) -> T) -> Option<T> {
    let mut pace = PACE.take()?;
    let drawn = from(&mut pace);
    PACE.set(Some(pace));
    Some(drawn)
}

/// Dawdles when it is dropped: in a wrapper it stands before what does something when that is dropped.
#[derive(Debug)]
pub(crate) struct PauseBefore;

impl Drop for PauseBefore {
    fn drop(&mut self) {
        pause();
    }
}
