//! Finds what the tests in a browser need and cargo cannot bring: Node, its packages and Chromium.

use crate::node;
use std::path::{Path, PathBuf};

/// Programs that are there.
pub struct Tools {
    /// Node, which runs the suites.
    pub node: PathBuf,
    /// The browser.
    pub chromium: PathBuf,
}

impl Tools {
    /// Looks for them. `folder` has the packages' lock file.
    ///
    /// # Errors
    /// What is missing, and how to get it.
    pub fn find(folder: &Path) -> Result<Tools, String> {
        let node = node::find()?;
        if !folder.join("node_modules/.package-lock.json").is_file() {
            return Err("their packages are not installed; run `npm ci --prefix tests/browser`".into());
        }
        let chromium = browser::find()?;
        Ok(Tools { node, chromium })
    }
}
