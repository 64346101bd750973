//! The backend as a program, as mdBook calls it: with a rendered book in JSON on standard input.

use mdbook_renderer::{RenderContext, Renderer};
use mdbook_site::Site;
use std::io;
use std::process::ExitCode;

fn main() -> ExitCode {
    let result = RenderContext::from_json(io::stdin().lock()).and_then(|context| Site.render(&context));
    match result {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error:#}");
            ExitCode::FAILURE
        }
    }
}
