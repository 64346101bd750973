//! Reads the functions out of the libraries that are installed with the compiler.

use crate::Function;
use object::read::archive::ArchiveFile;
use object::{Object, ObjectSymbol, SymbolKind, SymbolScope};
use std::collections::BTreeMap;
use std::path::{Path, PathBuf};
use std::{fs, io};

/// The crates whose functions listings can come to call. What they are built on has some of their generic functions.
const CRATES: [&str; 3] = ["core", "alloc", "std"];

/// The functions of core, alloc and std that other crates can call, by their symbols; `folder` is where the compiler keeps
/// its libraries.
///
/// # Errors
/// Where there is no such folder, or a library is missing or cannot be read.
pub fn functions(folder: &Path) -> io::Result<Vec<Function>> {
    let mut found = BTreeMap::new();
    let files = libraries(folder)?;
    for library in CRATES {
        let is_there = |file: &PathBuf| name(file).starts_with(&format!("lib{library}-"));
        if !files.iter().any(is_there) {
            let folder = folder.display();
            return Err(io::Error::other(format!(
                "there is no lib{library}-….rlib in {folder}: is Rust completely installed?"
            )));
        }
    }
    for file in files {
        let bytes = fs::read(&file)?;
        let unreadable = |why: object::Error| io::Error::other(format!("{}: {why}", file.display()));
        let archive = ArchiveFile::parse(&*bytes).map_err(unreadable)?;
        for member in archive.members() {
            let member = member.map_err(unreadable)?;
            // Beside the objects there is what the compiler knows of the crate.
            let Ok(object) = object::File::parse(member.data(&*bytes).map_err(unreadable)?) else { continue };
            for symbol in object.symbols() {
                let is_called_by_others = symbol.is_definition()
                    && symbol.kind() == SymbolKind::Text
                    && symbol.scope() != SymbolScope::Compilation;
                if let (true, Ok(symbol)) = (is_called_by_others, symbol.name()) {
                    let name = format!("{:#}", rustc_demangle::demangle(symbol));
                    if CRATES.iter().any(|library| name.contains(&format!("{library}::"))) {
                        found.insert(symbol.to_string(), name);
                    }
                }
            }
        }
    }
    Ok(found.into_iter().map(|(symbol, name)| Function { symbol, name }).collect())
}

/// The compiler's libraries.
fn libraries(folder: &Path) -> io::Result<Vec<PathBuf>> {
    let files: Vec<PathBuf> = fs::read_dir(folder)?.map(|entry| Ok(entry?.path())).collect::<io::Result<_>>()?;
    Ok(files.into_iter().filter(|file| name(file).starts_with("lib") && name(file).ends_with(".rlib")).collect())
}

fn name(file: &Path) -> &str {
    file.file_name().and_then(|name| name.to_str()).unwrap_or_default()
}
