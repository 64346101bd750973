//! The links to std's documentation lead to places that the pinned version has.
//!
//! That documentation is a component of the toolchain, `rust-docs`. Where it is missing, this is reported as ignored, with
//! the reason.

use mdbook_listings::standard::places;
use std::path::{Path, PathBuf};
use std::process::{Command, ExitCode};
use trials::{Asked, Failed, Trial};

fn main() -> ExitCode {
    const NAME: &str = "every_link_leads_to_a_place_in_the_documentation_of_the_pinned_version";
    let trial = match documentation() {
        Ok(pages) => Trial::test(NAME, move || every_place_is_in(&pages)),
        Err(missing) => {
            eprintln!("The links to std's documentation are not followed: {missing}");
            Trial::test(NAME, move || Err(Failed::from(missing))).with_kind("no rust-docs").with_ignored_flag(true)
        }
    };
    Asked::by_the_command_line().run(vec![trial]).exit_code()
}

/// The folder of its pages.
fn documentation() -> Result<PathBuf, String> {
    let asked = Command::new("rustc").args(["--print", "sysroot"]).output().map_err(|error| error.to_string())?;
    let sysroot = String::from_utf8_lossy(&asked.stdout).trim().to_string();
    let pages = Path::new(&sysroot).join("share/doc/rust/html");
    // Some of it is there without the component.
    match pages.join("std/index.html").is_file() {
        true => Ok(pages),
        false => Err("there is no documentation of std: `rustup component add rust-docs`".to_string()),
    }
}

fn every_place_is_in(pages: &Path) -> Result<(), Failed> {
    let places = places();
    if places.len() <= 100 {
        return Err(format!("there are {} places, and links to more", places.len()).into());
    }
    for place in places {
        let (file, anchor) = place.split_once('#').unwrap_or((&place, ""));
        let page = std::fs::read_to_string(pages.join(file)).map_err(|_| format!("{place} is not there"))?;
        if !anchor.is_empty() && !page.contains(&format!("id=\"{anchor}\"")) {
            return Err(format!("{place} is not there").into());
        }
    }
    Ok(())
}
