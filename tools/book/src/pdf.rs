//! Prints the book: the page with all chapters, by a browser without a window.

use crate::render;
use anyhow::{Context, Result, bail, ensure};
use std::path::{Path, PathBuf};
use std::process::Command;

/// The name of the file, in the folder that mdBook builds into.
const NAME: &str = "every-interleaving.pdf";

/// The environment variable that names the browser to use.
const CHROMIUM: &str = "CHROMIUM";

/// The names under which systems install Chromium, and browsers made from it.
const BROWSERS: [&str; 6] =
    ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

/// Builds the pages, prints them to a PDF with an outline and tags, and prints where that is.
pub fn pdf(root: &Path) -> Result<()> {
    let browser = browser()?;
    let book = render::load(root)?;
    book.build()?;
    let page = book.build_dir_for("html").join("print.html");
    ensure!(page.is_file(), "there is no {}\n  help: keep [output.html.print] enabled in book.toml", page.display());
    let file = root.join(&book.config.build.build_dir).join(NAME);
    // An old one would pass for a new one.
    if file.exists() {
        std::fs::remove_file(&file).with_context(|| format!("cannot replace {}", file.display()))?;
    }
    print(&browser, &page, &file)?;
    println!("{}", file.display());
    Ok(())
}

fn print(browser: &Path, page: &Path, file: &Path) -> Result<()> {
    // A profile of its own: with that of a person, a browser which is open already would take the work over and forget it.
    let profile = tempfile::tempdir().context("cannot make a temporary folder")?;
    let mut to = std::ffi::OsString::from("--print-to-pdf=");
    to.push(file);
    let mut own = std::ffi::OsString::from("--user-data-dir=");
    own.push(profile.path());
    let output = Command::new(browser)
        .args(["--headless", "--disable-gpu", "--no-first-run", "--no-pdf-header-footer"])
        .args(["--generate-pdf-document-outline", "--export-tagged-pdf"])
        // It refuses its sandbox to root, which a container's user often is, and the page is our own.
        .arg("--no-sandbox")
        .args([to, own, page.as_os_str().to_os_string()])
        .output()
        .with_context(|| format!("cannot start {}", browser.display()))?;
    ensure!(
        file.is_file(),
        "{} has printed nothing:\n{}",
        browser.display(),
        String::from_utf8_lossy(&output.stderr).trim_end()
    );
    Ok(())
}

/// The browser that the variable names, or one on the path.
fn browser() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os(CHROMIUM) {
        let path = PathBuf::from(path);
        ensure!(path.is_file(), "the variable {CHROMIUM} names {}, where nothing is", path.display());
        return Ok(path);
    }
    let folders: Vec<PathBuf> = std::env::var_os("PATH").iter().flat_map(std::env::split_paths).collect();
    let file = |name: &str| format!("{name}{}", std::env::consts::EXE_SUFFIX);
    match BROWSERS
        .iter()
        .find_map(|name| folders.iter().map(|folder| folder.join(file(name))).find(|file| file.is_file()))
    {
        Some(found) => Ok(found),
        None => bail!(
            "a browser prints the PDF, and there is no Chromium, Chrome or Edge on the path\n  help: install Chromium, or \
             give a browser's path in the variable {CHROMIUM}"
        ),
    }
}
