//! Paths as messages and pages have them, the same on every system.

use std::path::Path;

/// A path with slashes between its folders.
pub fn slashes(path: &Path) -> String {
    path.display().to_string().replace('\\', "/")
}
