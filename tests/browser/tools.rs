//! Finds what the tests in a browser need and cargo cannot bring: Node, its packages and Chromium.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node that playwright-core runs on.
const NODE: u32 = 20;

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
        let node = which::which("node").map_err(|_| "there is no `node` on the path; install Node 20 or newer")?;
        match version(&node) {
            Some(version) if version >= NODE => {}
            _ => return Err(format!("{} is older than Node {NODE}; install that or a newer one", node.display())),
        }
        if !folder.join("node_modules/.package-lock.json").is_file() {
            return Err("their packages are not installed; run `npm ci --prefix tests/browser`".into());
        }
        let chromium = browser::find()?;
        Ok(Tools { node, chromium })
    }
}

/// The first number of what `node --version` prints.
fn version(node: &Path) -> Option<u32> {
    let output = Command::new(node).arg("--version").output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}
