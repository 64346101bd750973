//! Serves a book. `cargo book serve` starts it and passes on its options; the help of that command explains them.

mod builder;
mod folder;
mod guard;
mod server;

use clap::Parser;
use std::path::PathBuf;
use std::process::ExitCode;

/// Serves a book. `cargo book serve` starts this; its help explains the options.
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
            // The compiler's messages have colours, which only a terminal wants.
            anstream::eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
