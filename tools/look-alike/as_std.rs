//! The look-alike under the name of std: with a prelude that has the look-alike's own in place of std's, and with what
//! makes a status of what `main` returns.

#![no_std]

pub use LOOK_ALIKE::*;

PRELUDES
/// As `std::panic!`, which cannot be had from core without the module of that name.
#[macro_export]
macro_rules! panic {
    ($($words:tt)*) => { ::core::panic!($($words)*) };
}

#[doc(hidden)]
pub mod __explored {
    use crate::cell::Cell;
    use crate::fmt::Debug;
    use crate::process::{ExitCode, Termination};

    /// What `main` has returned.
    pub struct Ended<T>(Cell<Option<T>>);

    impl<T> Ended<T> {
        /// Runs it. What it returns may be nothing that can be, as for one that always ends by `exit`.
        pub fn of(main: fn() -> T) -> Ended<T> {
            Ended(Cell::new(Some(main())))
        }
    }

    /// For a `Result`, of which std prints the error to the real standard error.
    pub trait ByResult {
        fn status(self) -> i32;
    }

    impl<T: Termination, E: Debug> ByResult for Ended<Result<T, E>> {
        fn status(self) -> i32 {
            match self.0.take() {
                Some(Ok(value)) => number(value.report()),
                Some(Err(error)) => {
                    crate::eprintln!("Error: {error:?}");
                    1
                }
                None => 0,
            }
        }
    }

    /// For everything else, found second, because it is a reference.
    pub trait ByReport {
        fn status(self) -> i32;
    }

    impl<T: Termination> ByReport for &Ended<T> {
        fn status(self) -> i32 {
            self.0.take().map_or(0, |value| number(value.report()))
        }
    }

    /// A status can be compared, and not be read.
    fn number(code: ExitCode) -> i32 {
        (0..=u8::MAX).find(|number| ExitCode::from(*number) == code).map_or(1, i32::from)
    }
}
