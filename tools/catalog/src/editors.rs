//! Files that editors and operating systems leave beside those that a person works on.
//!
//! They come and go while someone works, and are never part of the book: anyone who lists a folder of it leaves them
//! out.

use std::path::Path;

/// Whether a file is one of these, by its name:
///
/// | Name | Left by |
/// |---|---|
/// | `.x.rs.swp`, `.x.rs.swo`, `4913` | Vim |
/// | `.#x.rs`, `#x.rs#` | Emacs |
/// | `x.rs~`, `x.rs.bak` | both, and others |
/// | `.x.rs.kate-swp` | Kate |
/// | `x.rs.orig`, `x.rs.rej` | git, patch and rustfmt |
/// | `.DS_Store`, `._x.rs` | macOS |
/// | `Thumbs.db`, `desktop.ini` | Windows |
pub fn left_by_an_editor(path: &Path) -> bool {
    let name = path.file_name().unwrap_or_default().to_string_lossy();
    let extension = path.extension().unwrap_or_default().to_string_lossy();
    let is_swap =
        name.starts_with('.') && (extension.len() == 3 && extension.starts_with("sw") || extension == "kate-swp");
    let has_sign = name.ends_with('~') || name.starts_with(".#") || name.starts_with('#') && name.ends_with('#');
    let is_copy = ["orig", "rej", "bak"].contains(&&*extension);
    let is_of_a_system = [".DS_Store", "Thumbs.db", "desktop.ini", "4913"].contains(&&*name) || name.starts_with("._");
    is_swap || has_sign || is_copy || is_of_a_system
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_editors_leave_is_told_from_what_people_write() {
        let left = |name: &str| left_by_an_editor(&Path::new("listings/threads/fails").join(name));
        for name in
            [".x.rs.swp", ".x.rs.swo", "x.rs~", ".#x.rs", "#x.rs#", "4913", ".DS_Store", "x.rs.orig", "Thumbs.db"]
        {
            assert!(left(name), "{name}");
        }
        for name in ["x.rs", "x.stdout", "swp.rs", "4913.rs", ".hidden.rs", "x.txt", "Cargo.toml", "x.rs.txt"] {
            assert!(!left(name), "{name}");
        }
    }
}
