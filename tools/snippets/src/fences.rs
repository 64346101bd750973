//! The fenced code blocks of the Markdown outside the book, as the build script and the tests both read them.

use pulldown_cmark::{CodeBlockKind, Event, Parser, Tag, TagEnd};
use std::io;
use std::path::{Path, PathBuf};

/// A fenced code block.
pub struct Fence {
    /// Its file, relative to the root of the repository.
    pub file: PathBuf,
    /// The line of its opening fence, counted from 1.
    pub line: usize,
    /// What comes after the opening fence.
    pub info: String,
    /// What is in it.
    pub code: String,
}

impl Fence {
    /// Whether skeptic makes a test of it.
    pub fn is_rust(&self) -> bool {
        self.info.split(',').next() == Some("rust")
    }
}

/// What is not looked into: the chapters, whose code is listings, what builds leave behind, and packages of others.
const NOT_OURS: [&str; 4] = ["src", "target", "book", "tests/browser/node_modules"];

/// Every Markdown file outside the book, sorted; relative to `root`. Hidden folders are left out.
pub fn markdown_files(root: &Path) -> io::Result<Vec<PathBuf>> {
    let mut found = Vec::new();
    collect(root, Path::new(""), &mut found)?;
    found.sort();
    Ok(found)
}

fn collect(root: &Path, folder: &Path, found: &mut Vec<PathBuf>) -> io::Result<()> {
    for entry in std::fs::read_dir(root.join(folder))? {
        let entry = entry?;
        let (name, path) = (entry.file_name(), folder.join(entry.file_name()));
        let hidden = name.to_string_lossy().starts_with('.');
        if entry.file_type()?.is_dir() {
            if !hidden && !NOT_OURS.iter().any(|ours| path == Path::new(ours)) {
                collect(root, &path, found)?;
            }
        } else if path.extension().is_some_and(|extension| extension.eq_ignore_ascii_case("md")) {
            found.push(path);
        }
    }
    Ok(())
}

/// The fences of one file.
pub fn fences(root: &Path, file: &Path) -> io::Result<Vec<Fence>> {
    let text = std::fs::read_to_string(root.join(file))?;
    let mut fences = Vec::new();
    let mut open = false;
    for (event, range) in Parser::new(&text).into_offset_iter() {
        match event {
            Event::Start(Tag::CodeBlock(CodeBlockKind::Fenced(info))) => {
                open = true;
                let line = text[..range.start].matches('\n').count() + 1;
                fences.push(Fence { file: file.to_path_buf(), line, info: info.into_string(), code: String::new() });
            }
            Event::End(TagEnd::CodeBlock) => open = false,
            Event::Text(code) if open => {
                if let Some(fence) = fences.last_mut() {
                    fence.code.push_str(&code);
                }
            }
            _ => {}
        }
    }
    Ok(fences)
}
