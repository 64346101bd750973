//! Little books in temporary folders: a sound one with its evidence, to be broken in one place.

use catalog::{Catalog, Id, NUMBERS, blessed_file};
use checker::Checker;
use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;
use std::sync::LazyLock;
use tempfile::TempDir;

pub const GREETING: &str = "listings/demo/src/bin/greeting.rs";
pub const COIN: &str = "listings/demo/src/bin/coin.rs";
pub const ALARM: &str = "listings/demo/src/bin/alarm.rs";
pub const LENT: &str = "listings/demo/src/bin/lent.rs";
pub const MOVED: &str = "listings/demo/fails/moved.rs";
pub const MANIFEST: &str = "listings/demo/Cargo.toml";

/// What a person writes; the programs in the manifest and the evidence are blessed.
const WRITTEN: [(&str, &str); 11] = [
    (
        "Cargo.toml",
        "[workspace]\nmembers = [\"listings/*\"]\nresolver = \"3\"\n\n[profile.listing]\ninherits = \"dev\"\ndebug = 0\n",
    ),
    ("rust-toolchain.toml", include_str!("../../rust-toolchain.toml")),
    ("src/SUMMARY.md", "# Summary\n\n- [One](one.md)\n- [Two](two.md)\n"),
    ("src/one.md", "# One\n\n{{#listing demo/greeting:farewell}}\n\n{{#listing demo/coin predict}}\n"),
    (
        "src/two.md",
        "# Two\n\nOther than [the greeting](listing:demo/greeting), [](listing:demo/moved) fails.\n\n\
         {{#listing demo/moved}}\n\n{{#listing demo/lent}}\n\n{{#listing demo/alarm}}\n",
    ),
    (MANIFEST, "bin = [\n]\n\n[package]\nname = \"demo\"\nedition = \"2024\"\n"),
    (
        GREETING,
        r#"//! A greeting

fn main() {
    println!("hello");
    // ANCHOR: farewell
    println!("goodbye");
    // ANCHOR_END: farewell
}
"#,
    ),
    (
        COIN,
        r#"//! A coin
//@ outcome: heads
//@ outcome: tails

use std::hash::{BuildHasher, RandomState};

fn main() {
    let heads = RandomState::new().hash_one("coin") % 2 == 0;
    println!("{}", if heads { "heads" } else { "tails" });
}
"#,
    ),
    (
        ALARM,
        r#"//! An alarm
//@ panics

fn main() {
    println!("all is well");
    panic!("fire in the kitchen"); //~ panic: fire
}
"#,
    ),
    (
        LENT,
        r#"//! A name lent

fn main() {
    let name = String::from("Ada");
    let given = &name;
    println!("{given} {name}");
}
"#,
    ),
    (
        MOVED,
        r#"//! A name given away
//!
//! If this compiled, two owners would free one name.
//@ fixed-by: demo/lent

fn main() {
    let name = String::from("Ada");
    let given = name;
    println!("{given} {name}"); //~ E0382: borrow of moved value
}
"#,
    ),
];

/// The sound book, file by file: blessed once, because that takes a compiler.
static SOUND: LazyLock<BTreeMap<String, String>> = LazyLock::new(|| {
    let book = LittleBook::of(WRITTEN);
    let checker = book.checker();
    checker.bless_manifests().unwrap();
    for id in checker.catalog().listings.keys() {
        checker.bless(id).unwrap();
    }
    book.files()
});

/// The id of the listing that this file would be.
fn id_of(file: &str) -> Option<Id> {
    let (part, name) = file.strip_prefix("listings/")?.strip_suffix(".rs")?.split_once('/')?;
    let name = name.strip_prefix("src/bin/").or(name.strip_prefix("fails/"))?;
    Id::parse(&format!("{part}/{name}"))
}

/// A book in a folder of its own.
pub struct LittleBook {
    folder: TempDir,
}

impl LittleBook {
    /// A copy of the sound book.
    pub fn sound() -> LittleBook {
        LittleBook::of(SOUND.iter().map(|(file, text)| (file.as_str(), text.as_str())))
    }

    fn of<'a>(files: impl IntoIterator<Item = (&'a str, &'a str)>) -> LittleBook {
        let book = LittleBook { folder: tempfile::tempdir().unwrap() };
        files.into_iter().fold(book, |book, (file, text)| book.with(file, text))
    }

    /// With this file, new or in place of the one there. A new listing gets a number, and what is there then counts as
    /// blessed: what is broken in most tests is something else.
    pub fn with(self, file: &str, text: impl AsRef<[u8]>) -> LittleBook {
        let path = self.root().join(file);
        fs::create_dir_all(path.parent().unwrap()).unwrap();
        fs::write(path, text).unwrap();
        if let Some(id) = id_of(file) {
            let numbers = self.root().join(NUMBERS);
            let mut text = fs::read_to_string(&numbers).unwrap_or_default();
            if text.lines().all(|line| line != id.to_string()) {
                text += &format!("{id}\n");
                fs::write(numbers, text).unwrap();
            }
        }
        self.counting_as_blessed()
    }

    /// With each listing blessed as it stands, if they can be read.
    fn counting_as_blessed(self) -> LittleBook {
        let Ok(catalog) = Catalog::load(self.root()) else { return self };
        for part in &catalog.parts {
            fs::write(self.root().join(blessed_file(&part.name)), catalog.blessed_as_they_stand(part)).unwrap();
        }
        self
    }

    /// With `to` in the one place where `from` stood, and not blessed since.
    pub fn edited(self, file: &str, from: &str, to: &str) -> LittleBook {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "{from:?} stands not once in {file}:\n{text}");
        fs::write(self.root().join(file), text.replace(from, to)).unwrap();
        self
    }

    /// Without this file or folder.
    pub fn without(self, path: &str) -> LittleBook {
        let path = self.root().join(path);
        if path.is_dir() { fs::remove_dir_all(path) } else { fs::remove_file(path) }.unwrap();
        self.counting_as_blessed()
    }

    /// With `to` in the one place where `from` stood.
    pub fn replacing(self, file: &str, from: &str, to: &str) -> LittleBook {
        let text = self.read(file);
        assert_eq!(text.matches(from).count(), 1, "{from:?} stands not once in {file}:\n{text}");
        self.with(file, text.replace(from, to))
    }

    /// With `text` at the end of the file.
    pub fn appending(self, file: &str, text: &str) -> LittleBook {
        let text = self.read(file) + text;
        self.with(file, text)
    }

    /// With this Markdown at the end of the first chapter, which has six lines before it.
    pub fn saying(self, markdown: &str) -> LittleBook {
        self.appending("src/one.md", &format!("\n{markdown}\n"))
    }

    /// With the Windows line endings in this file.
    pub fn with_carriage_returns_in(self, file: &str) -> LittleBook {
        let text = self.read(file).replace('\n', "\r\n");
        self.with(file, text)
    }

    /// The folder it is in.
    pub fn root(&self) -> &Path {
        self.folder.path()
    }

    /// The text of one of its files.
    pub fn read(&self, file: &str) -> String {
        fs::read_to_string(self.root().join(file)).unwrap()
    }

    /// One of its pages, as they are rendered now.
    pub fn page(&self, page: &str) -> String {
        let mut book = MDBook::load(self.root()).unwrap();
        book.config.build.build_dir = self.root().join("book");
        book.with_preprocessor(Listings);
        book.build().unwrap();
        self.read(&format!("book/{page}"))
    }

    /// Every file of it that is text and not made by Cargo.
    pub fn files(&self) -> BTreeMap<String, String> {
        fn collect(root: &Path, folder: &str, found: &mut BTreeMap<String, String>) {
            for entry in fs::read_dir(root.join(folder)).unwrap() {
                let entry = entry.unwrap();
                let name = entry.file_name().into_string().unwrap();
                let path = if folder.is_empty() { name } else { format!("{folder}/{name}") };
                if path == "target" || path == "Cargo.lock" {
                    continue;
                }
                if entry.path().is_dir() {
                    collect(root, &path, found);
                } else {
                    found.insert(path, fs::read_to_string(entry.path()).unwrap());
                }
            }
        }
        let mut found = BTreeMap::new();
        collect(self.root(), "", &mut found);
        found
    }

    /// A checker of it.
    pub fn checker(&self) -> Checker {
        Checker::new(self.root()).unwrap()
    }
}

/// A listing's id.
pub fn id(text: &str) -> Id {
    Id::parse(text).unwrap()
}
