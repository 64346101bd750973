//! Prints the book, as the page with all chapters, in a headless browser.
//!
//! The pages get a link to what was printed from them, so that `book/html` can be published with it. Printing
//! needs a browser and takes minutes, so `cargo book` alone doesn't do it, and its pages don't mention a PDF.

use anyhow::{Context, Result, ensure};
use std::path::Path;
use std::process::Command;

/// Builds the pages, prints them to a PDF with an outline and tags, adds it to them, and prints where it is.
pub fn pdf(root: &Path) -> Result<()> {
    let browser = browser::find().map_err(anyhow::Error::msg)?;
    let book = render::load(root)?;
    book.build()?;
    let page = book.build_dir_for("html").join("print.html");
    ensure!(page.is_file(), "there is no {}\n  help: keep [output.html.print] enabled in book.toml", page.display());
    let file = render::beside_the_pages(root, &book, "pdf");
    // An old file would pass for a new one.
    if file.exists() {
        std::fs::remove_file(&file).with_context(|| format!("cannot replace {}", file.display()))?;
    }
    print(&browser, &page, &file)?;
    let bytes = std::fs::read(&file).with_context(|| format!("cannot read {}", file.display()))?;
    mdbook_site::add_pdf(&book.config, &book.book, &book.build_dir_for("html"), &bytes)?;
    println!("{}", file.display());
    Ok(())
}

fn print(browser: &Path, page: &Path, file: &Path) -> Result<()> {
    // A profile of its own: with a person's profile, a browser that is already open would take over the job and drop
    // it.
    let profile = tempfile::tempdir().context("cannot make a temporary folder")?;
    let mut to = std::ffi::OsString::from("--print-to-pdf=");
    to.push(file);
    let mut own = std::ffi::OsString::from("--user-data-dir=");
    own.push(profile.path());
    let output = Command::new(browser)
        .args(["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"])
        .args(["--generate-pdf-document-outline", "--export-tagged-pdf"])
        // Chromium has no sandbox for root, which a container's user often is, and the page is our own.
        .arg("--no-sandbox")
        .args([to, own, page.as_os_str().to_os_string()])
        .output()
        .with_context(|| format!("cannot start {}", browser.display()))?;
    ensure!(
        file.is_file(),
        "{} printed nothing:\n{}",
        browser.display(),
        String::from_utf8_lossy(&output.stderr).trim_end()
    );
    Ok(())
}
