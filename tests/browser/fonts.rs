//! The fonts that pages are set in here: those of the reader's system, on which each picture of a page depends.

use std::process::Command;

/// What a page asks for, and what the pictures in `screens` were taken with.
const FONTS: [(&str, &str); 3] =
    [("system-ui", "DejaVu Sans"), ("sans-serif", "DejaVu Sans"), ("monospace", "DejaVu Sans Mono")];

/// In these a page sets code where they are there, before all others; see `--mono-font` in `theme/page.css`.
const RATHER: [&str; 4] = ["SFMono-Regular", "Menlo", "Consolas", "Liberation Mono"];

/// Why no picture taken here is like those that are kept, if that is so.
pub fn other_than_those_of_the_pictures() -> Option<String> {
    for (asked, wanted) in FONTS {
        let Some(font) = font(asked) else {
            return Some(format!("no fontconfig here, to say whether {asked} is {wanted}"));
        };
        if font != wanted {
            return Some(format!("{asked} is {font} here, and the pictures have {wanted}"));
        }
    }
    let there = RATHER.into_iter().find(|rather| font(rather).as_deref() == Some(rather))?;
    Some(format!("code is in {there} here, and in the pictures it is not"))
}

/// The font that is taken where this one is asked for; none where nobody can be asked.
fn font(asked: &str) -> Option<String> {
    let output = Command::new("fc-match").args(["--format", "%{family[0]}", asked]).output().ok()?;
    Some(String::from_utf8_lossy(&output.stdout).into_owned())
}
