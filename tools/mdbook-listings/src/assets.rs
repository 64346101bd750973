//! What the figures need on a page: how they look, and what makes their buttons work. `mdbook-listings install` writes it
//! into a book, and a page that stands alone has it within.

use installation::{File, Installation};

/// Style sheets, which need none of the book's own.
pub const STYLES: [File; 2] = [
    ("theme/listings.css", include_str!("../../../theme/listings.css")),
    ("theme/scheduler.css", include_str!("../../../theme/scheduler.css")),
];

/// The style sheets around those of figures, on a page that stands alone.
const AROUND: [&str; 2] = [include_str!("../../../theme/page.css"), include_str!("../../../theme/alone.css")];

/// All style sheets of a page that stands alone, in their order.
pub fn of_pages_alone() -> String {
    let [page, alone] = AROUND;
    [page].into_iter().chain(STYLES.map(|(_, text)| text)).chain([alone]).collect()
}

/// What the scripts keep in the browser, and by which names. The board needs it, too.
pub const KEPT: File = ("theme/kept.js", include_str!("../../../theme/kept.js"));

/// Scripts, in the order in which a page runs them.
pub const SCRIPTS: [File; 10] = [
    KEPT,
    ("theme/address.js", include_str!("../../../theme/address.js")),
    ("theme/listings.js", include_str!("../../../theme/listings.js")),
    ("theme/listings-index.js", include_str!("../../../theme/listings-index.js")),
    ("theme/prediction.js", include_str!("../../../theme/prediction.js")),
    ("theme/paper.js", include_str!("../../../theme/paper.js")),
    ("theme/scheduler-words.js", include_str!("../../../theme/scheduler-words.js")),
    ("theme/scheduler-program.js", include_str!("../../../theme/scheduler-program.js")),
    ("theme/scheduler-parts.js", include_str!("../../../theme/scheduler-parts.js")),
    ("theme/scheduler.js", include_str!("../../../theme/scheduler.js")),
];

/// What `mdbook-listings install` writes.
pub const INSTALLATION: Installation<'_> = Installation {
    table: "preprocessor.listings",
    command: "mdbook-listings",
    // The program colours code itself, and a page has buttons of its own.
    settings: &[("output.html.playground", "runnable", false), ("output.html.playground", "copyable", false)],
    styles: &STYLES,
    scripts: &SCRIPTS,
};
