//! Writes down what explored programs are built from, beside themselves: the look-alikes of std and what those depend on by
//! path. So a program that builds them has them with it, wherever it is installed. See `src/sources.rs`.
//!
//! Of each package it takes what others get of it: its manifest without what is for its own tests, `build.rs` and `src`.

use std::collections::{BTreeMap, BTreeSet};
use std::error::Error;
use std::fmt::Write;
use std::path::{Path, PathBuf};
use std::{env, fs};
use toml::{Table, Value};

/// The packages of the look-alikes, in `tools/`.
const LOOK_ALIKES: [&str; 2] = ["model-std", "perturbed-std"];

/// The tables of a manifest that are for the package's own tests.
const FOR_ITSELF: [&str; 4] = ["bench", "dev-dependencies", "example", "test"];

/// The tables of a manifest that name what it depends on.
const DEPENDENCIES: [&str; 2] = ["dependencies", "build-dependencies"];

/// What is written down: a file's path below the workspace, and the Rust expression of its text.
type Files = BTreeMap<String, String>;

fn main() -> Result<(), Box<dyn Error>> {
    let package = PathBuf::from(env::var_os("CARGO_MANIFEST_DIR").ok_or("run by Cargo, which gives the folder")?);
    let workspace = package.ancestors().nth(2).ok_or("this package is two folders below the workspace")?;
    let root = manifest(&workspace.join("Cargo.toml"))?;
    let of_workspace = root.get("workspace").and_then(Value::as_table).ok_or("Cargo.toml has a [workspace]")?;
    let mut shared = of_workspace.get("dependencies").and_then(Value::as_table).cloned().unwrap_or_default();

    let mut files = Files::new();
    let mut used = BTreeSet::new();
    let mut packages = BTreeSet::new();
    let mut open: Vec<String> = LOOK_ALIKES.iter().map(|name| format!("tools/{name}")).collect();
    while let Some(folder) = open.pop() {
        if packages.insert(folder.clone()) {
            let mut manifest = manifest(&workspace.join(&folder).join("Cargo.toml"))?;
            manifest.retain(|name, _| !FOR_ITSELF.contains(&name));
            for name in inherited(&manifest) {
                let path = shared.get(&name).and_then(|it| it.get("path")).and_then(Value::as_str);
                open.extend(path.map(str::to_string));
                used.insert(name);
            }
            files.insert(format!("{folder}/Cargo.toml"), format!("{:?}", toml::to_string(&manifest)?));
            take_sources(workspace, &folder, &mut files)?;
        }
    }

    shared.retain(|name, _| used.contains(name));
    files.insert("Cargo.toml".to_string(), format!("{:?}", toml::to_string(&root_of(of_workspace, shared, packages))?));
    take(workspace, "Cargo.lock", &mut files);
    let mut table = String::from("[\n");
    for (file, text) in files {
        writeln!(table, "    ({file:?}, {text}),")?;
    }
    let out = PathBuf::from(env::var_os("OUT_DIR").ok_or("Cargo says where to write")?);
    fs::write(out.join("sources.rs"), table + "]\n")?;
    println!("cargo::rerun-if-changed=build.rs");
    Ok(())
}

fn manifest(file: &Path) -> Result<Table, Box<dyn Error>> {
    println!("cargo::rerun-if-changed={}", file.display());
    let text = fs::read_to_string(file).map_err(|error| format!("{}: {error}", file.display()))?;
    Ok(text.parse().map_err(|error| format!("{}: {error}", file.display()))?)
}

/// The dependencies that a manifest has from the workspace, by the names that they have there.
fn inherited(manifest: &Table) -> Vec<String> {
    let tables = DEPENDENCIES.iter().filter_map(|name| manifest.get(*name)?.as_table()).flatten();
    let from_workspace = tables.filter(|(_, it)| it.get("workspace").and_then(Value::as_bool) == Some(true));
    from_workspace.map(|(name, _)| name.clone()).collect()
}

/// The manifest of a workspace that has these packages alone.
fn root_of(of_workspace: &Table, dependencies: Table, packages: BTreeSet<String>) -> Table {
    let mut workspace = of_workspace.clone();
    workspace.remove("default-members");
    workspace.insert("members".to_string(), packages.into_iter().map(Value::String).collect::<Vec<_>>().into());
    workspace.insert("dependencies".to_string(), dependencies.into());
    Table::from_iter([("workspace".to_string(), Value::Table(workspace))])
}

/// A package's sources: what it is built with, and all Rust in `src`.
fn take_sources(workspace: &Path, package: &str, files: &mut Files) -> Result<(), Box<dyn Error>> {
    if workspace.join(package).join("build.rs").is_file() {
        take(workspace, &format!("{package}/build.rs"), files);
    }
    let mut open = vec![format!("{package}/src")];
    while let Some(folder) = open.pop() {
        println!("cargo::rerun-if-changed={}", workspace.join(&folder).display());
        for entry in fs::read_dir(workspace.join(&folder))? {
            let entry = entry?;
            let name = entry.file_name().into_string().map_err(|name| format!("{name:?} is no UTF-8"))?;
            let path = format!("{folder}/{name}");
            if entry.file_type()?.is_dir() {
                open.push(path);
            } else if name.ends_with(".rs") && !name.starts_with('.') {
                take(workspace, &path, files);
            }
        }
    }
    Ok(())
}

fn take(workspace: &Path, file: &str, files: &mut Files) {
    files.insert(file.to_string(), format!("include_str!({:?})", workspace.join(file).display().to_string()));
}
