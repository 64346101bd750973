//! Which files a package of a workspace is built from, as far as they are in the workspace: its own, and those of the
//! packages that its manifest leads to. What comes from elsewhere is in `Cargo.lock`.

use catalog::left_by_an_editor;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use toml::{Table, Value};

/// The tables of a manifest that name what a package is built on; for its tests it may need more.
const TABLES: [&str; 2] = ["dependencies", "build-dependencies"];

/// The folders of a package whose files are no part of what others get of it.
const FOR_ITSELF: [&str; 5] = ["benches", "book", "examples", "target", "tests"];

/// All files that the package in `folder` is built from, of the workspace at `root`. Those of the package itself are among
/// them.
pub fn files(root: &Path, folder: &Path) -> BTreeSet<PathBuf> {
    let mut found = BTreeSet::new();
    for package in packages(root, folder) {
        collect(&package, &mut found);
    }
    found
}

/// The folders of the package in `folder` and of those that it leads to, by however many steps.
pub fn packages(root: &Path, folder: &Path) -> BTreeSet<PathBuf> {
    let of_workspace = manifest(root);
    let shared = of_workspace.get("workspace").and_then(|it| it.get("dependencies")).and_then(Value::as_table);
    let mut found = BTreeSet::new();
    let mut open = vec![folder.to_path_buf()];
    while let Some(folder) = open.pop() {
        if found.insert(folder.clone()) {
            open.extend(leads_to(&manifest(&folder), &folder, root, shared));
        }
    }
    found
}

/// The folders of the packages that a manifest in `folder` names itself.
fn leads_to(manifest: &Table, folder: &Path, root: &Path, shared: Option<&Table>) -> Vec<PathBuf> {
    let of_systems = manifest.get("target").and_then(Value::as_table).into_iter().flat_map(Table::values);
    let tables = of_systems.filter_map(Value::as_table).chain([manifest]);
    let named = tables.flat_map(|table| TABLES.iter().filter_map(|name| table.get(*name)?.as_table())).flatten();
    let path = |dependency: &Value| dependency.get("path").and_then(Value::as_str).map(str::to_string);
    named
        .filter_map(|(name, dependency)| match dependency.get("workspace") {
            Some(Value::Boolean(true)) => path(shared?.get(name)?).map(|path| joined(root, &path)),
            _ => path(dependency).map(|path| joined(folder, &path)),
        })
        .collect()
}

/// The folder that a path in a manifest means, by one name however the path goes there.
fn joined(folder: &Path, path: &str) -> PathBuf {
    let joined = folder.join(path);
    joined.canonicalize().unwrap_or(joined)
}

/// One that cannot be read is told of by Cargo, and nothing passes then.
fn manifest(folder: &Path) -> Table {
    fs::read_to_string(folder.join("Cargo.toml")).ok().and_then(|text| text.parse().ok()).unwrap_or_default()
}

fn collect(folder: &Path, found: &mut BTreeSet<PathBuf>) {
    for path in fs::read_dir(folder).into_iter().flatten().flatten().map(|entry| entry.path()) {
        let is_for_itself = path.file_name().is_some_and(|name| FOR_ITSELF.iter().any(|folder| name == *folder));
        if path.is_file() && !left_by_an_editor(&path) {
            found.insert(path);
        } else if path.is_dir() && !is_for_itself {
            collect(&path, found);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_package_has_for_its_own_tests_is_no_part_of_what_others_get_of_it() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        for file in ["Cargo.toml", "build.rs", "src/lib.rs", "src/soups/leek.rs", "tests/it.rs", "src/.lib.rs.swp"] {
            fs::create_dir_all(root.join(file).parent().unwrap()).unwrap();
            fs::write(root.join(file), "").unwrap();
        }
        let expected = ["Cargo.toml", "build.rs", "src/lib.rs", "src/soups/leek.rs"].map(|file| root.join(file));
        assert_eq!(files(&root, &root), expected.into());
    }

    #[test]
    fn a_package_is_found_by_a_path_of_its_own_by_the_workspace_s_and_for_one_system() {
        let folder = tempfile::tempdir().unwrap();
        let root = folder.path().canonicalize().unwrap();
        let write = |package: &str, text: &str| {
            fs::create_dir_all(root.join(package)).unwrap();
            fs::write(root.join(package).join("Cargo.toml"), text).unwrap();
        };
        write("", "[workspace.dependencies]\nb = { path = \"b\" }\nserde = \"1\"\n");
        write(
            "a",
            "[dependencies]\nb.workspace = true\nserde.workspace = true\n[dev-dependencies]\nz = { path = \"../z\" }\n",
        );
        write("b", "[target.'cfg(windows)'.dependencies]\nc = { path = \"../c\" }\n");
        write("c", "[build-dependencies]\nd = { path = \"../d\" }\n");
        write("d", "[dependencies]\na = { path = \"../a\" }\n");
        write("z", "");
        assert_eq!(packages(&root, &root.join("a")), ["a", "b", "c", "d"].map(|name| root.join(name)).into());
    }
}
