//! An mdBook backend that runs after `html` and adds to its pages what a site needs and mdBook does not make.
//!
//! mdBook runs its backends in the order of their names, so `site` finds the pages there.

use anyhow::{Context, ensure};
use mdbook_renderer::{RenderContext, Renderer};
use std::path::{Path, PathBuf};

/// The backend.
#[derive(Debug, Clone, Copy)]
pub struct Site;

impl Renderer for Site {
    fn name(&self) -> &str {
        "site"
    }

    fn render(&self, context: &RenderContext) -> anyhow::Result<()> {
        let pages = pages(&context.destination)?;
        leave_no_empty_folder(&context.destination);
        ensure!(
            pages.join("index.html").is_file(),
            "there are no pages in {}\n  help: keep `[output.html]` in book.toml, since `[output.site]` adds to its pages",
            pages.display()
        );
        Ok(())
    }
}

/// The folder of the pages: with more than one backend, mdBook gives each a folder of its name beside the others.
fn pages(destination: &Path) -> anyhow::Result<PathBuf> {
    let parent = destination.parent().context("the folder of the backend has no parent")?;
    Ok(parent.join("html"))
}

/// mdBook makes a folder for a backend that is a command, and this one puts everything into that of the pages.
fn leave_no_empty_folder(destination: &Path) {
    // It may not be there, or not be empty; then it is not ours to remove.
    let _ = std::fs::remove_dir(destination);
}
