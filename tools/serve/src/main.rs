//! Serves a book. `cargo book serve` starts it, with all that a person has asked for there; what each means is told by the
//! help of that.

mod guard;
mod server;

use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;

/// Serves a book. `cargo book serve` starts this, and its help says what can be asked for.
#[derive(Parser)]
#[command(version)]
struct Arguments {
    root: PathBuf,
    #[arg(long)]
    hostname: String,
    #[arg(long)]
    port: u16,
    #[arg(long)]
    open: bool,
}

fn main() -> ExitCode {
    let Arguments { root, hostname, port, open } = Arguments::parse();
    match server::serve(&root, &hostname, port, open) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            // The compiler's words have colours, which only a terminal wants.
            anstream::eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
