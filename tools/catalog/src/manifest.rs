//! What a part's Cargo.toml says of its programs: which they are, of which edition, and that nothing silences the compiler.
//!
//! Cargo finds the programs of a package by itself, but would then build and run an empty test harness for each in
//! `cargo test`. An entry with `test = false` spares that. The entries are kept by `cargo book bless`, so that an
//! author need not think of them.

use crate::listing::Edition;
use crate::problem::Problem;
use serde::Deserialize;
use std::path::Path;
use toml::{Spanned, Table};

#[derive(Deserialize)]
struct Manifest {
    #[serde(default)]
    bin: Vec<Program>,
    package: Option<Package>,
    lints: Option<Spanned<Table>>,
}

#[derive(Deserialize)]
struct Package {
    name: String,
    edition: Option<Inherited>,
}

/// A value of a package: its own, or that of the workspace.
#[derive(Deserialize)]
#[serde(untagged)]
enum Inherited {
    Own(String),
    Workspace {
        #[serde(rename = "workspace")]
        _yes: bool,
    },
}

#[derive(Deserialize)]
struct Root {
    workspace: Workspace,
}

#[derive(Deserialize)]
struct Workspace {
    package: Option<WorkspacePackage>,
}

#[derive(Deserialize)]
struct WorkspacePackage {
    edition: Option<String>,
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
        Problem::in_file(manifest, format!("is not a valid Cargo manifest: {}", error.message()), "correct it by hand")
    })?;
    let mut names: Vec<String> =
        parsed.bin.into_iter().filter(|program| !program.test).map(|program| program.name).collect();
    names.sort();
    Ok(names)
}

/// The edition of a package, from its manifest or, where that refers to it, from the one of the workspace, `root`. As Cargo
/// has it, that is the first one where the manifest says nothing.
///
/// `None` where what they say is no edition. A manifest that cannot be read at all is reported elsewhere, see
/// [`programs_registered`].
pub fn edition(manifest: &str, root: &str) -> Option<Edition> {
    let Ok(manifest) = toml::from_str::<Manifest>(manifest) else { return Some(Edition::default()) };
    let year = match manifest.package?.edition.unwrap_or(Inherited::Own(Edition::E2015.year().to_string())) {
        Inherited::Own(year) => year,
        Inherited::Workspace { .. } => toml::from_str::<Root>(root).ok()?.workspace.package?.edition?,
    };
    Edition::parse(&year)
}

/// The name of the package, where the manifest has one.
pub fn package_name(text: &str) -> Option<String> {
    toml::from_str::<Manifest>(text).ok()?.package.map(|package| package.name)
}

/// What is wrong with a manifest that has `[lints]`: the listings of that part would be compiled without warnings that a
/// reader gets who compiles the same program, and they would pass for programs without any. `manifest` is its path for
/// messages, `text` what it says.
pub fn silences_the_compiler(manifest: &Path, text: &str) -> Option<Problem> {
    // A manifest that cannot be read is reported elsewhere.
    let lints = toml::from_str::<Manifest>(text).ok()?.lints?;
    let line = text[..lints.span().start].matches('\n').count() + 1;
    let fault = "has `[lints]`, which changes what the compiler says about the listings of this part and of no other";
    let remedy = "remove it, and mend what the compiler then warns of: whoever compiles the listing is warned as well";
    Some(Problem::at_line(manifest, line, fault, remedy))
}

/// The manifest with its `bin` array made again from `names`; nothing else in it is touched.
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
            "has no list of programs for bless to maintain",
            "put these two lines before [package]: `bin = [` and `]`",
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

    #[test]
    fn a_package_has_its_own_edition_or_that_of_the_workspace() {
        let root = "[workspace]\nmembers = []\n[workspace.package]\nedition = \"2024\"\n";
        let package = |edition: &str| format!("[package]\nname = \"old\"\n{edition}\n");
        assert_eq!(edition(&package("edition = \"2021\""), root), Some(Edition::E2021));
        assert_eq!(edition(&package("edition.workspace = true"), root), Some(Edition::E2024));
        assert_eq!(edition(&package("edition.workspace = true"), "[workspace]"), None);
        assert_eq!(edition(&package("edition = \"2018\""), root), Some(Edition::E2018));
        assert_eq!(edition(&package("edition = \"2023\""), root), None);
        // As Cargo takes it.
        assert_eq!(edition(&package(""), root), Some(Edition::E2015));
    }

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
            "Cargo.toml: has no list of programs for bless to maintain\n  help: put these two lines before [package]: \
             `bin = [` and `]`"
        );
    }
}
