//! Which compiler the evidence was made with: the one that `rust-toolchain.toml` pins.

use crate::problem::Problem;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct ToolchainFile {
    toolchain: Toolchain,
}

#[derive(Deserialize)]
struct Toolchain {
    channel: String,
}

/// The version of the pinned compiler, `1.95.0`, from `rust-toolchain.toml` at the root of the book.
pub fn pinned_compiler(root: &Path) -> Result<String, Problem> {
    let file = Path::new("rust-toolchain.toml");
    let text = std::fs::read_to_string(root.join(file)).map_err(|error| Problem::io(file, "read", &error))?;
    let pin: ToolchainFile = toml::from_str(&text).map_err(|error| {
        Problem::in_file(
            file,
            format!("is not a valid toolchain file: {}", error.message()),
            "give it a [toolchain] table with a channel",
        )
    })?;
    let channel = pin.toolchain.channel;
    if channel.split('.').count() != 3 || !channel.split('.').all(|number| number.parse::<u32>().is_ok()) {
        return Err(Problem::in_file(
            file,
            format!("the channel `{channel}` is not one release"),
            "pin a version such as 1.95.0: the compiler's words are evidence and change with it",
        ));
    }
    Ok(channel)
}
