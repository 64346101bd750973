//! Small programs with all that std permits them to come to, each written down in the program's own header.
//!
//! The outcomes were worked out from std's documentation, and by trying the real programs, and not by the explorer: they
//! are what it is held against.

#[path = "programs/expected.rs"]
mod expected;

use catalog::Problems;
use expected::Expected;
use std::fs;
use std::path::Path;

#[test]
fn every_header_can_be_read() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let folder = Path::new("tests/programs");
    let mut problems = Problems::default();
    let mut programs = 0;
    for entry in fs::read_dir(root.join(folder)).unwrap() {
        let name = entry.unwrap().file_name();
        // The one file which is no program, but reads them.
        if name == "expected.rs" {
            continue;
        }
        let source = fs::read_to_string(root.join(folder).join(&name)).unwrap();
        programs += 1;
        problems.extend(Expected::read(&folder.join(&name), &source).err().unwrap_or_default());
    }
    assert!(programs > 0, "there are programs in {}", folder.display());
    assert!(problems.0.is_empty(), "{problems}");
}
