//! Calls Rust's own programs so that nothing in a person's environment changes what they do or say, and reads Cargo's
//! answers.
//!
//! Configuration files are handled differently: each call sets explicitly what they could change.

mod compiler;
pub mod messages;
mod target;
pub mod tested;

pub use compiler::Compiler;
pub use target::{
    Unwritable, make, remedy_for_files, remedy_of_target, shared_by_books, shared_by_files, target, target_of,
};

use std::ffi::OsStr;
use std::process::Command;

/// The compiler at `program`, without the variables that change what it says.
pub fn rustc(program: impl AsRef<OsStr>) -> Command {
    undisturbed(program)
}

/// The Cargo that runs this program, or otherwise the one on the path, without what the environment would add to its
/// builds.
pub fn cargo() -> Command {
    let mut command = undisturbed(std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
    // Set and empty, it goes before every `rustflags` of a configuration file.
    command.env("CARGO_ENCODED_RUSTFLAGS", "").env("CARGO_TERM_COLOR", "never");
    command
}

fn undisturbed(program: impl AsRef<OsStr>) -> Command {
    let mut command = Command::new(program);
    for (name, _) in std::env::vars_os() {
        if disturbs(&name.to_string_lossy()) {
            command.env_remove(name);
        }
    }
    command
}

/// Whether a variable can change what is built or said. Within `cargo test` Cargo's own are set too, so that
/// `env!("CARGO_PKG_NAME")` would compile there and not elsewhere. Where crates are kept, and the way to them, stays.
fn disturbs(name: &str) -> bool {
    let of_cargo = name.starts_with("CARGO_") && name != "CARGO_HOME";
    let of_network = ["CARGO_HTTP_", "CARGO_NET_", "CARGO_REGISTR"].iter().any(|start| name.starts_with(start));
    (of_cargo && !of_network) || name.starts_with("RUSTC") || ["RUSTFLAGS", "RUST_BACKTRACE"].contains(&name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_changes_a_build_or_its_words_is_left_behind() {
        for name in [
            "CARGO_BUILD_TARGET_DIR",
            "CARGO_ENCODED_RUSTFLAGS",
            "CARGO_PKG_NAME",
            "CARGO_PROFILE_DEV_DEBUG",
            "CARGO_TARGET_DIR",
            "RUSTC",
            "RUSTC_BOOTSTRAP",
            "RUSTC_LOG",
            "RUSTC_WRAPPER",
            "RUSTFLAGS",
            "RUST_BACKTRACE",
        ] {
            assert!(disturbs(name), "{name}");
        }
    }

    #[test]
    fn the_way_to_crates_and_to_the_toolchain_stays() {
        for name in
            ["CARGO", "CARGO_HOME", "CARGO_HTTP_PROXY", "CARGO_NET_OFFLINE", "PATH", "RUSTUP_HOME", "RUSTUP_TOOLCHAIN"]
        {
            assert!(!disturbs(name), "{name}");
        }
    }
}
