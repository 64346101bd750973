//! A sysroot without the standard library's source.
//!
//! Where a machine has the component rust-src (an editor usually installs it), the compiler prints lines of the
//! library's source in its notes, and widens the margin for their line numbers. Where it has not, it prints the place
//! alone. The evidence is what a fresh installation shows, so the compiler is given a sysroot that has the compiled
//! library and no source: a folder whose one entry is a link to the real one.

use std::io;
use std::path::{Path, PathBuf};
use toolchain::Compiler;

/// The sysroot to give to the compiler, if its own would show source.
///
/// `scratch` is a folder in which the stand-in may be made; it must outlive the use of the sysroot.
pub fn without_source(compiler: &Compiler, scratch: &Path) -> io::Result<Option<PathBuf>> {
    let real = compiler.sysroot.join("lib/rustlib");
    if !real.join("src").exists() {
        return Ok(None);
    }
    let stand_in = scratch.join("sysroot");
    let rustlib = stand_in.join("lib/rustlib");
    std::fs::create_dir_all(&rustlib)?;
    link(&real.join(&compiler.host), &rustlib.join(&compiler.host))?;
    Ok(Some(stand_in))
}

#[cfg(unix)]
fn link(target: &Path, link: &Path) -> io::Result<()> {
    std::os::unix::fs::symlink(target, link)
}

/// A junction, because symbolic links need a privilege on Windows.
#[cfg(windows)]
fn link(target: &Path, link: &Path) -> io::Result<()> {
    junction::create(target, link)
}
