//! The book, rendered once for all tests of a program.

use mdbook_driver::MDBook;
use mdbook_listings::Listings;
use mdbook_site::Site;
use std::sync::LazyLock;
use tempfile::TempDir;

/// The folder of the book.
pub use toolchain::tested::package as root;

/// Where the book has been rendered to.
pub static RENDERED: LazyLock<TempDir> = LazyLock::new(|| {
    let folder = tempfile::tempdir().expect("a temporary folder");
    let mut book = MDBook::load(root()).expect("book.toml and the summary are readable");
    book.config.build.build_dir = folder.path().to_path_buf();
    book.with_preprocessor(Listings).with_renderer(Site);
    book.build().expect("the book builds");
    folder
});
