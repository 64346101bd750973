//! What the search needs on a page. `mdbook-site install` writes it into a book.

use installation::{File, Installation};

/// How the search looks.
pub const STYLES: [File; 1] = [("theme/search.css", include_str!("../../../theme/search.css"))];

/// What opens it and shows what is found, after what that needs.
pub const SCRIPTS: [File; 2] = [
    ("theme/address.js", include_str!("../../../theme/address.js")),
    ("theme/search.js", include_str!("../../../theme/search.js")),
];

/// What `mdbook-site install` writes.
pub const INSTALLATION: Installation<'_> = Installation {
    table: "output.site",
    command: "mdbook-site",
    // Two searches would answer the same keys.
    settings: &[("output.html.search", "enable", false)],
    styles: &STYLES,
    scripts: &SCRIPTS,
};
