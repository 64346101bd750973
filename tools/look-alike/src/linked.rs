//! Passes the linker arguments of a look-alike in a file, since they may be too many for a command line.

use crate::LookAlike;
use crate::package::{self, keep};
use std::hash::{DefaultHasher, Hash, Hasher};
use std::path::Path;
use toolchain::Compiler;

/// The compiler's flags by which programs are linked as the look-alike asks. The file lies below the folder that is shared.
///
/// # Errors
/// Where that cannot be found out, or the file cannot be written.
pub fn flags(look_alike: LookAlike, shared: &Path, compiler: &Compiler) -> Result<Vec<String>, String> {
    let asked = (look_alike.linked)(compiler)?;
    if asked.is_empty() {
        return Ok(Vec::new());
    }
    let mut hasher = DefaultHasher::new();
    asked.hash(&mut hasher);
    // Another compiler has another file, so that nothing is rebuilt for what is in it.
    let file = package::target(look_alike, shared).join(format!("linked-{:016x}.txt", hasher.finish()));
    keep(&file, &asked).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(vec!["-C".to_string(), format!("link-arg=-Wl,@{}", file.display())])
}
