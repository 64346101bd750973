//! Finds Node, which drives the browser, and which asks the search without one.

use std::path::{Path, PathBuf};
use std::process::Command;

/// The oldest Node that playwright-core runs on.
const NODE: u32 = 20;

/// Looks for Node.
///
/// # Errors
/// That it is missing or too old, and how to get it.
pub fn find() -> Result<PathBuf, String> {
    let node =
        which::which("node").map_err(|_| format!("there is no `node` on the path; install Node {NODE} or newer"))?;
    match version(&node) {
        Some(version) if version >= NODE => Ok(node),
        _ => Err(format!("{} is older than Node {NODE}; install that or a newer one", node.display())),
    }
}

/// The first number of what `node --version` prints.
fn version(node: &Path) -> Option<u32> {
    let output = Command::new(node).arg("--version").output().ok()?;
    String::from_utf8(output.stdout).ok()?.trim().strip_prefix('v')?.split('.').next()?.parse().ok()
}
