//! The fonts that pages are set in here: those of the reader's system, on which each picture of a page depends.

use std::process::Command;

/// What a page asks for, and what the pictures in `screens` were taken with.
const FONTS: [(&str, &str); 3] =
    [("system-ui", "DejaVu Sans"), ("sans-serif", "DejaVu Sans"), ("monospace", "DejaVu Sans Mono")];

/// Why no picture taken here is like those that are kept, if that is so.
pub fn other_than_those_of_the_pictures() -> Option<String> {
    for (asked, wanted) in FONTS {
        let Ok(output) = Command::new("fc-match").args(["--format", "%{family[0]}", asked]).output() else {
            return Some(format!("no fontconfig here, to say whether {asked} is {wanted}"));
        };
        let font = String::from_utf8_lossy(&output.stdout).into_owned();
        if font != wanted {
            return Some(format!("{asked} is {font} here, and the pictures have {wanted}"));
        }
    }
    None
}
