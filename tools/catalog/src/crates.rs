//! The crates that a part's listings can name beside those that come with Rust, as its manifest asks for them and
//! Cargo.lock has them.
//!
//! ```text
//! listings/cores/Cargo.toml    rayon.workspace = true          which, and with what features
//! Cargo.toml                   rayon = "1.12"                  what the workspace adds to that
//! Cargo.lock                   rayon 1.12.0                    the version that every listing was checked with
//! ```

use crate::problem::Problem;
use rust_source::Paths;
use std::cell::LazyCell;
use std::path::Path;
use toml::{Table, Value};

/// A crate that the listings of a part can name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Crate {
    /// Its name in manifests.
    pub name: String,
    /// The name of its package, which is mostly the same.
    pub package: String,
    /// The version that Cargo.lock has; `None` of a crate that lies in a folder of the book and is published nowhere.
    pub version: Option<String>,
    /// The features that are asked for.
    pub features: Vec<String>,
    /// Whether it has its default features as well.
    pub default_features: bool,
}

impl Crate {
    /// Its name in code.
    pub fn in_code(&self) -> String {
        self.name.replace('-', "_")
    }

    /// Whether a program names it, in a `use`, a path, an attribute or a macro.
    pub fn is_named_in(&self, program: &Paths) -> bool {
        let name = self.in_code();
        program.of_other_crates().any(|path| path.words[0] == name)
    }

    /// The line of a manifest that asks for it, in this version or a later one that is compatible. A crate without a version
    /// cannot be asked for, and the line is a comment that says so.
    pub fn requirement(&self) -> String {
        let Crate { name, package, version, features, default_features } = self;
        let Some(version) = version else {
            return format!("# `{name}` is a crate of the book's own, which is published nowhere.");
        };
        let mut parts = vec![format!("version = \"{version}\"")];
        if package != name {
            parts.push(format!("package = \"{package}\""));
        }
        if !default_features {
            parts.push("default-features = false".to_string());
        }
        if !features.is_empty() {
            let features: Vec<String> = features.iter().map(|feature| format!("\"{feature}\"")).collect();
            parts.push(format!("features = [{}]", features.join(", ")));
        }
        match &parts[..] {
            [_] => format!("{name} = \"{version}\""),
            _ => format!("{name} = {{ {} }}", parts.join(", ")),
        }
    }
}

/// The crates of a part, by name. `manifest` is the path of its manifest for messages, `text` what it says; `root` is the
/// manifest of the workspace, and `lock` its Cargo.lock.
///
/// # Errors
/// A crate of which Cargo.lock has no version, or several and does not say which.
pub(crate) fn crates_of(manifest: &Path, text: &str, root: &str, lock: &str) -> Result<Vec<Crate>, Problem> {
    // A manifest that cannot be read is reported elsewhere.
    let (Ok(of_part), Ok(of_book)) = (text.parse::<Table>(), root.parse::<Table>()) else { return Ok(Vec::new()) };
    let of_systems = of_part.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = of_systems.filter_map(Value::as_table).chain([&of_part]);
    let asked = tables.filter_map(|table| table.get("dependencies")?.as_table()).flatten();
    let shared = of_book.get("workspace").and_then(|it| it.get("dependencies")).and_then(Value::as_table);
    let part = of_part.get("package").and_then(|it| it.get("name")).and_then(Value::as_str).unwrap_or_default();
    // Most parts ask for no crate, and a lock file takes longer to read than all manifests together.
    let lock = LazyCell::new(|| Lock(lock.parse().unwrap_or_default()));
    let mut crates = Vec::new();
    for (name, own) in asked {
        let inherits = own.get("workspace").and_then(Value::as_bool) == Some(true);
        let of_workspace = shared.and_then(|shared| shared.get(name)).filter(|_| inherits);
        let both: Vec<&Value> = of_workspace.into_iter().chain([own]).collect();
        let package = both.iter().find_map(|it| it.get("package")?.as_str()).unwrap_or(name).to_string();
        let is_published = both.iter().all(|it| it.get("path").is_none());
        let version = if is_published { lock.version(part, &package).map(Some) } else { Some(None) };
        let Some(version) = version else {
            let fault = format!("Cargo.lock has no version of `{package}`, which this part's listings can use");
            let remedy = format!("run `cargo build --package {part}`, and commit Cargo.lock");
            return Err(Problem::in_file(manifest, fault, remedy));
        };
        let features = both.iter().filter_map(|it| it.get("features")?.as_array()).flatten();
        crates.push(Crate {
            name: name.clone(),
            package,
            version,
            features: features.filter_map(Value::as_str).map(str::to_string).collect(),
            default_features: !both.iter().any(|it| it.get("default-features").and_then(Value::as_bool) == Some(false)),
        });
    }
    crates.sort_by(|one, other| one.name.cmp(&other.name));
    Ok(crates)
}

/// What Cargo.lock says.
struct Lock(Table);

impl Lock {
    /// The version of a package that another one depends on. Where there are several, the one that depends names it.
    fn version(&self, of: &str, package: &str) -> Option<String> {
        let depends = self.packages().find(|it| name(it) == of)?.get("dependencies")?.as_array()?;
        let mut words = depends.iter().filter_map(Value::as_str).map(|entry| entry.split(' '));
        let mut entry = words.find(|words| words.clone().next() == Some(package))?;
        match entry.nth(1) {
            Some(version) => Some(version.to_string()),
            None => Some(self.packages().find(|it| name(it) == package)?.get("version")?.as_str()?.to_string()),
        }
    }

    fn packages(&self) -> impl Iterator<Item = &Value> {
        self.0.get("package").and_then(Value::as_array).into_iter().flatten()
    }
}

fn name(package: &Value) -> &str {
    package.get("name").and_then(Value::as_str).unwrap_or_default()
}

#[cfg(test)]
mod tests {
    use super::*;
    use rust_source::Source;

    const ROOT: &str = "[workspace.dependencies]\nrayon = \"1.12\"\n\
                        tokio = { version = \"1.47\", default-features = false, features = [\"rt\"] }\n";

    fn crates(dependencies: &str, lock: &str) -> Result<Vec<Crate>, Problem> {
        let text = format!("[package]\nname = \"cores\"\n[dependencies]\n{dependencies}");
        crates_of(Path::new("listings/cores/Cargo.toml"), &text, ROOT, lock)
    }

    #[test]
    fn a_crate_has_the_version_of_cargo_lock_and_the_features_of_both_manifests() {
        let lock = "[[package]]\nname = \"cores\"\nversion = \"0.1.0\"\ndependencies = [\"rayon\", \"tokio 1.54.1\"]\n\
                    [[package]]\nname = \"rayon\"\nversion = \"1.12.0\"\n\
                    [[package]]\nname = \"tokio\"\nversion = \"0.9.0\"\n\
                    [[package]]\nname = \"tokio\"\nversion = \"1.54.1\"\n";
        let asked = "rayon.workspace = true\ntokio = { workspace = true, features = [\"sync\"] }\n";
        let lines: Vec<String> = crates(asked, lock).unwrap().iter().map(Crate::requirement).collect();
        assert_eq!(lines[0], "rayon = \"1.12.0\"");
        assert_eq!(
            lines[1],
            "tokio = { version = \"1.54.1\", default-features = false, features = [\"rt\", \"sync\"] }"
        );
    }

    #[test]
    fn a_crate_that_cargo_lock_does_not_have_is_told_with_its_name() {
        let fault = crates("rayon.workspace = true\n", "").unwrap_err().to_string();
        assert!(fault.contains("no version of `rayon`") && fault.contains("cargo build --package cores"), "{fault}");
    }

    #[test]
    fn a_crate_of_the_book_s_own_has_no_version_and_its_line_says_so() {
        let found = crates("tally = { path = \"../../tally\" }\n", "").unwrap();
        assert_eq!(found[0].version, None);
        assert_eq!(found[0].requirement(), "# `tally` is a crate of the book's own, which is published nowhere.");
    }

    #[test]
    fn only_what_code_can_name_counts() {
        let names = |manifest: &str| {
            let found = crates_of(Path::new("Cargo.toml"), manifest, "", "").unwrap();
            found.into_iter().map(|it| it.name).collect::<Vec<_>>()
        };
        let of_all = "[dependencies]\ntally = { path = \"tally\" }\n";
        assert_eq!(names(of_all), ["tally"]);
        assert_eq!(names("[target.'cfg(unix)'.dependencies]\ntally = { path = \"tally\" }\n"), ["tally"]);
        assert!(names("[package]\nname = \"a\"\n[dependencies]\n").is_empty());
        assert!(names(&of_all.replace("dependencies", "dev-dependencies")).is_empty());
        assert!(names(&of_all.replace("dependencies", "build-dependencies")).is_empty());
    }

    #[test]
    fn a_crate_is_named_by_a_path_and_by_no_word_in_a_text_or_of_the_program() {
        let found = crates("parking_lot = { path = \"x\" }\narc-swap = { path = \"y\" }\n", "").unwrap();
        let [arc_swap, parking_lot] = &found[..] else { panic!("{found:?}") };
        let names = |it: &Crate, program: &str| it.is_named_in(&Paths::of(&Source::read(program)));
        assert!(names(arc_swap, "use arc_swap::ArcSwap;\n"));
        assert!(names(arc_swap, "use arc_swap as swap;\n"));
        assert!(names(arc_swap, "#[arc_swap::main]\nfn main() {}\n"));
        assert!(!names(arc_swap, "fn main() { let my_arc_swap = 1; my_arc_swap::x(); }\n"));
        assert!(!names(
            parking_lot,
            "// As parking_lot::Mutex does\nfn main() { println!(\"parking_lot::Mutex\"); }\n"
        ));
        assert!(!names(parking_lot, "mod parking_lot { pub fn full() {} }\nfn main() { parking_lot::full(); }\n"));
        assert!(names(parking_lot, "fn main() { let it = parking_lot::Mutex::new(1); }\n"));
    }
}
