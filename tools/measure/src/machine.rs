//! What the machine is on which something is measured.

use anyhow::{Context, Result};
use catalog::Machine;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::thread::available_parallelism;
use time::OffsetDateTime;

/// This machine, and the compiler that a program below `root` is compiled with.
///
/// # Errors
/// If there is no compiler.
pub fn this_one(root: &Path) -> Result<Machine> {
    let compiler = said("rustc", &["--version"], root).context("rustc: cannot be run\n  help: install Rust")?;
    Ok(Machine {
        processor: processor(root).unwrap_or_else(|| format!("an unnamed {} processor", std::env::consts::ARCH)),
        cores: available_parallelism().map_or(1, usize::from),
        system: system(root).unwrap_or_else(|| std::env::consts::OS.to_string()),
        // Without the commit, in parentheses.
        compiler: compiler.split(" (").next().unwrap_or_default().to_string(),
        date: OffsetDateTime::now_utc().date().to_string(),
    })
}

fn processor(root: &Path) -> Option<String> {
    let named = fs::read_to_string("/proc/cpuinfo").ok().and_then(|text| field(&text, "model name", ':'));
    named
        .or_else(|| said("sysctl", &["-n", "machdep.cpu.brand_string"], root))
        .or_else(|| std::env::var("PROCESSOR_IDENTIFIER").ok())
}

fn system(root: &Path) -> Option<String> {
    let distribution = fs::read_to_string("/etc/os-release").ok().and_then(|text| field(&text, "PRETTY_NAME", '='));
    match (distribution, said("uname", &["-sr"], root)) {
        (Some(distribution), Some(kernel)) => Some(format!("{distribution}, {kernel}")),
        (distribution, kernel) => distribution.or(kernel),
    }
}

/// The value of the first line that begins with this name, without quotes.
fn field(text: &str, name: &str, sign: char) -> Option<String> {
    let value = text.lines().find_map(|line| line.strip_prefix(name)?.trim_start().strip_prefix(sign))?;
    Some(value.trim().trim_matches('"').to_string()).filter(|value| !value.is_empty())
}

/// What a program prints, if it can be run and does well.
fn said(program: &str, arguments: &[&str], root: &Path) -> Option<String> {
    let output = Command::new(program).args(arguments).current_dir(root).output().ok()?;
    let text = String::from_utf8(output.stdout).ok()?.trim().to_string();
    (output.status.success() && !text.is_empty()).then_some(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_field_is_read_without_its_quotes() {
        assert_eq!(field("processor\t: 0\nmodel name\t: Abacus 3\n", "model name", ':').unwrap(), "Abacus 3");
        assert_eq!(field("NAME=\"A\"\nPRETTY_NAME=\"Abacus OS 2\"\n", "PRETTY_NAME", '=').unwrap(), "Abacus OS 2");
        assert_eq!(field("model name\t:\n", "model name", ':'), None);
    }
}
