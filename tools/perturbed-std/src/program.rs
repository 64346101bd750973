//! The program that runs listings: `program NAME SEED MARK` runs one, dawdling as the seed says, and prints the mark when
//! it stands still.

use crate::{pace, waiting};
use std::process::ExitCode;

/// Runs the listing that the first argument names.
#[doc(hidden)]
pub fn main(listings: &[(&str, fn())]) -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    let asked = || {
        let [name, seed, mark] = &arguments[..] else { return None };
        let (_, listing) = listings.iter().find(|(other, _)| other == name)?;
        Some((listing, seed.parse().ok()?, mark))
    };
    let Some((listing, seed, mark)) = asked() else {
        std::eprintln!("program NAME SEED MARK");
        return ExitCode::FAILURE;
    };
    waiting::report_standstill(mark.clone());
    pace::begin(seed);
    listing();
    ExitCode::SUCCESS
}
