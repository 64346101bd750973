//! As `std::io`, as far as it needs no file and no keyboard: only the standard streams that are printed to.

use crate::output;
use crate::place::line;
use interleavings::objects::output::Operation;
use interleavings::{Operation as Any, Stream, perform, unmodelled};
use std::panic::Location;

pub use std::io::*;

macro_rules! stream {
    ($stream:expr, $name:ident $lock:ident $make:ident) => {
        /// As in std.
        #[derive(Debug)]
        pub struct $name(());

        /// As in std.
        #[derive(Debug)]
        pub struct $lock<'a>(std::marker::PhantomData<(&'a (), *const ())>);

        /// As in std.
        pub fn $make() -> $name {
            $name(())
        }

        impl $name {
            /// Waits for the lock of the stream, and takes it.
            #[track_caller]
            pub fn lock(&self) -> $lock<'static> {
                perform(line(Location::caller()), || Any::Output(Operation::Lock($stream)));
                $lock(std::marker::PhantomData)
            }
        }

        impl Drop for $lock<'_> {
            fn drop(&mut self) {
                let line = crate::dropping::line_of_drop().unwrap_or(0);
                perform(line, || Any::Output(Operation::Unlock($stream)));
            }
        }

        stream!(@ $stream, $name);
        stream!(@ $stream, &$name);
        stream!(@ $stream, $lock<'_>);
    };
    (@ $stream:expr, $t:ty) => {
        impl Write for $t {
            #[track_caller]
            fn write(&mut self, bytes: &[u8]) -> Result<usize> {
                let line = line(Location::caller());
                if std::str::from_utf8(bytes).is_err() {
                    unmodelled(line, || "what is printed here is not text, and only text can be explored".into());
                }
                let text = String::from_utf8_lossy(bytes);
                output::write($stream, line, |out| {
                    // What keeps text never fails.
                    let _ = out.write_str(&text);
                });
                Ok(bytes.len())
            }

            #[track_caller]
            fn write_all(&mut self, bytes: &[u8]) -> Result<()> {
                self.write(bytes).map(|_| ())
            }

            #[track_caller]
            fn write_fmt(&mut self, text: std::fmt::Arguments<'_>) -> Result<()> {
                let mut written = Ok(());
                output::write($stream, line(Location::caller()), |out| {
                    written = out.write_fmt(text).map_err(|_| Error::other("formatter error"));
                });
                written
            }

            fn flush(&mut self) -> Result<()> {
                Ok(())
            }
        }
    };
}

stream!(Stream::Output, Stdout StdoutLock stdout);
stream!(Stream::Error, Stderr StderrLock stderr);
