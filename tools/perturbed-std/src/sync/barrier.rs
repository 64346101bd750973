//! As `std::sync::Barrier`.

use crate::pace::pause;
use crate::waiting::waiting;
use std::sync::BarrierWaitResult;

#[derive(Debug)]
pub struct Barrier(std::sync::Barrier);

impl Barrier {
    pub const fn new(n: usize) -> Barrier {
        Barrier(std::sync::Barrier::new(n))
    }

    pub fn wait(&self) -> BarrierWaitResult {
        pause();
        waiting(|| self.0.wait())
    }
}
