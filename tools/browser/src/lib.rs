//! Finds the browser that prints the book and in which its pages are tested: Chromium, or one based on it.
//!
//! It is not part of `toolchain`, because what compiles listings depends on that and has nothing to do with a browser.

use std::ffi::OsString;
use std::path::PathBuf;

/// The environment variable that names the browser to use.
pub const VARIABLE: &str = "CHROMIUM";

/// The names that systems install it under.
const NAMES: [&str; 6] = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge"];

/// The browser that the variable names, or the first on the path.
///
/// # Errors
/// What is missing and, on a line of its own, how to get it.
pub fn find() -> Result<PathBuf, String> {
    choose(std::env::var_os(VARIABLE), |name| which::which(name).ok())
}

fn choose(named: Option<OsString>, on_path: impl Fn(&str) -> Option<PathBuf>) -> Result<PathBuf, String> {
    if let Some(path) = named.map(PathBuf::from) {
        return path.is_file().then(|| path.clone()).ok_or_else(|| {
            format!(
                "the variable {VARIABLE} names {}, but there is no such file\n  help: give the path of a browser",
                path.display()
            )
        });
    }
    NAMES.iter().find_map(|name| on_path(name)).ok_or_else(|| {
        format!(
            "there is no Chromium, Chrome or Edge on the path\n  help: install Chromium, or set the variable \
             {VARIABLE} to the path of a browser"
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    const NOWHERE: fn(&str) -> Option<PathBuf> = |_| None;

    #[test]
    fn the_variable_goes_before_the_path() {
        let here = std::env::current_exe().unwrap();
        let found = choose(Some(here.clone().into()), |_| Some("/usr/bin/chromium".into()));
        assert_eq!(found, Ok(here));
    }

    #[test]
    fn a_variable_that_names_nothing_is_no_reason_to_take_another() {
        let refused = choose(Some("no/such/browser".into()), |_| Some("/usr/bin/chromium".into())).unwrap_err();
        assert!(
            refused.starts_with("the variable CHROMIUM names no/such/browser, but there is no such file\n  help: "),
            "{refused}"
        );
    }

    #[test]
    fn without_one_it_says_what_to_install() {
        assert!(choose(None, NOWHERE).unwrap_err().contains("help: install Chromium"));
        assert_eq!(choose(None, |name| (name == "msedge").then(|| "edge".into())), Ok("edge".into()));
    }
}
