//! The list of a part's programs in its Cargo.toml.
//!
//! Cargo finds the programs of a package by itself, but would then build and run an empty test harness for each in
//! `cargo test`. An entry with `test = false` spares that. The entries are kept by `cargo book bless`, so that an
//! author need not think of them.

use crate::problem::Problem;
use serde::Deserialize;
use std::path::Path;

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    bin: Vec<Program>,
    package: Option<Package>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
}

#[derive(Deserialize)]
struct Program {
    name: String,
    #[serde(default = "yes")]
    test: bool,
}

fn yes() -> bool {
    true
}

/// The names of the programs that a part's manifest has with `test = false`, sorted.
///
/// `manifest` is its path for messages, `text` what it says.
pub fn programs_registered(manifest: &Path, text: &str) -> Result<Vec<String>, Problem> {
    let parsed: Manifest = toml::from_str(text).map_err(|error| {
        Problem::in_file(manifest, format!("is no Cargo manifest: {}", error.message()), "mend it by hand")
    })?;
    let mut names: Vec<String> =
        parsed.bin.into_iter().filter(|program| !program.test).map(|program| program.name).collect();
    names.sort();
    Ok(names)
}

/// The name of the package, where the manifest has one.
pub fn package_name(text: &str) -> Option<String> {
    toml::from_str::<Manifest>(text).ok()?.package.map(|package| package.name)
}

/// The manifest with its `bin` array made anew from `names`; nothing else in it is touched.
///
/// # Errors
/// Where the text has no `bin = [` … `]` with the brackets on lines that start with them, because then it is not ours
/// to rewrite.
pub fn with_programs(manifest: &Path, text: &str, names: &[String]) -> Result<String, Problem> {
    let start = text.find("bin = [\n").filter(|&at| at == 0 || text.as_bytes()[at - 1] == b'\n');
    let end = start.and_then(|start| text[start..].find("\n]\n").map(|length| start + length));
    let (Some(start), Some(end)) = (start, end) else {
        return Err(Problem::in_file(
            manifest,
            "has no list of programs to keep up to date",
            "put two lines before [package]: `bin = [` and `]`",
        ));
    };
    let entries: String = names
        .iter()
        .map(|name| format!("    {{ name = \"{name}\", test = false, bench = false, doc = false }},\n"))
        .collect();
    Ok(format!("{}bin = [\n{entries}{}", &text[..start], &text[end + 1..]))
}

#[cfg(test)]
mod tests {
    use super::*;

    const EMPTY: &str = "# why\nbin = [\n]\n\n[package]\nname = \"threads\"\n";

    #[test]
    fn programs_are_written_and_read_back_and_the_rest_stays() {
        let path = Path::new("Cargo.toml");
        let names = ["join".to_string(), "spawn".to_string()];
        let text = with_programs(path, EMPTY, &names).unwrap();
        assert_eq!(programs_registered(path, &text).unwrap(), names);
        assert!(text.starts_with("# why\nbin = [\n    { name = \"join\", test = false"));
        assert!(text.ends_with("\n]\n\n[package]\nname = \"threads\"\n"));
        assert_eq!(with_programs(path, &text, &[]).unwrap(), EMPTY);
    }

    #[test]
    fn a_manifest_without_the_list_is_left_alone() {
        let problem = with_programs(Path::new("Cargo.toml"), "[package]\n", &[]).unwrap_err();
        assert_eq!(
            problem.to_string(),
            "Cargo.toml: has no list of programs to keep up to date\n  \
             help: put two lines before [package]: `bin = [` and `]`"
        );
    }
}
